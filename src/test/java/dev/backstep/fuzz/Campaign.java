package dev.backstep.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Many inputs of one kind, made from a seed. {@code -Dfuzz.seed} repeats those of another day,
 * {@code -Dfuzz.inputs} says how many there are of all kinds together, and {@code -Dfuzz.only}
 * makes a single one of them again.
 */
final class Campaign {
  private static final int USUAL_INPUTS = 10_000;
  private static final int ENOUGH_FAILURES = 20;
  private static final long MOST_HEAP = 256L << 20;

  private final String name;
  private final int count;
  private final long seed;
  private final List<String> failures = new ArrayList<>();
  private final Map<Integer, Integer> codes = new TreeMap<>();
  private double longest;
  private int tooLarge;

  /** Makes one input and carries a command out on it. */
  @FunctionalInterface
  interface Trial {
    Command of(Dice dice, Path folder) throws IOException;
  }

  /**
   * @param percent of all inputs
   */
  Campaign(String name, int percent) {
    this.name = name;
    count = Math.max(1, Integer.getInteger("fuzz.inputs", USUAL_INPUTS) * percent / 100);
    seed = Long.getLong("fuzz.seed", System.nanoTime());
  }

  void run(Path folder, Trial trial) throws IOException {
    assertThat(Runtime.getRuntime().maxMemory())
        .as("the heap of this process, which the profile limits")
        .isLessThanOrEqualTo(MOST_HEAP);
    say("fuzz %s: %d inputs, -Dfuzz.seed=%d", name, count, seed);
    long begun = System.nanoTime();
    int only = Integer.getInteger("fuzz.only", -1);
    for (int i = Math.max(0, only); i < (only < 0 ? count : only + 1); i++) {
      note(i, trial.of(new Dice(seed, i), folder), folder);
      if (failures.size() == ENOUGH_FAILURES) {
        break;
      }
    }
    say(
        "fuzz %s: %.0f s, the longest %.2f s; ended with %s; %d refused as too large for the"
            + " memory",
        name, (System.nanoTime() - begun) / 1e9, longest, codes, tooLarge);
    assertThat(failures).as("-Dfuzz.seed=%d", seed).isEmpty();
  }

  private void note(int input, Command command, Path folder) throws IOException {
    codes.merge(command.run().code(), 1, Integer::sum);
    longest = Math.max(longest, command.seconds());
    tooLarge += command.run().err().contains("takes more memory") ? 1 : 0;
    List<String> faults = command.faults();
    if (!faults.isEmpty()) {
      failures.add(
          "-Dfuzz.only=%d: %s %s"
              .formatted(input, kept(input, command, folder), String.join("; ", faults)));
    }
  }

  /** The arguments, with the file that was made for them where it stays after the test. */
  private List<String> kept(int input, Command command, Path folder) throws IOException {
    List<String> arguments = new ArrayList<>();
    for (String argument : command.arguments()) {
      boolean isMade =
          argument.startsWith(folder.toString()) && Files.isRegularFile(Path.of(argument));
      arguments.add(isMade ? keep(input, Path.of(argument)).toString() : argument);
    }
    return arguments;
  }

  private Path keep(int input, Path file) throws IOException {
    Path kept = Path.of("target", "fuzz", name + "-" + seed + "-" + input);
    Files.createDirectories(kept);
    return Files.write(kept.resolve(file.getFileName()), Files.readAllBytes(file));
  }

  private static void say(String sentence, Object... values) {
    System.out.printf(Locale.ROOT, sentence + "%n", values);
  }
}
