package dev.backstep.fuzz;

import dev.backstep.check.reading.Programs;
import dev.backstep.fault.Fault;
import dev.backstep.io.session.SessionFile;
import dev.backstep.training.SavedRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Command lines of known words in any order, mistyped, doubled and with values of every kind. */
class CommandLinesFuzz {
  private static final Map<String, Set<Integer>> COMMANDS =
      Map.of(
          "check", Set.of(0, 1, 2),
          "trace", Set.of(0, 2),
          "train", Set.of(0, 1, 2),
          "sample", Set.of(0, 2),
          "compare", Set.of(0, 1, 2),
          "render", Set.of(0, 2));

  private static final List<String> OPTIONS =
      List.of(
          "--json",
          "--params",
          "--text",
          "--fault",
          "--data",
          "--window",
          "--mode",
          "--hidden",
          "--optimizer",
          "--lr",
          "--clip",
          "--init",
          "--seed",
          "--held-out",
          "--session",
          "-n",
          "--temperature",
          "--greedy",
          "--max-length",
          "--a",
          "--b",
          "--help",
          "--version",
          "--");

  private static final List<String> OUTPUTS = List.of("--out", "--save", "--csv");

  /** None makes a run long. */
  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          "0",
          "1",
          "3",
          "-1",
          "1.5",
          "1e-3",
          "1e400",
          "NaN",
          "Infinity",
          "1d",
          "0x1p3",
          "abc",
          "none",
          "sgd",
          "adam",
          "zero",
          "carried",
          "carried:always",
          "fixed:3",
          "fixed:0",
          "norm:5",
          "value:0",
          "uniform",
          "gaussian:0.1",
          "gaussian:-1",
          "mode=zero",
          "lr=0.1,clip=",
          "=",
          ",",
          "٣",
          "①",
          "9999999999999999999",
          "missing-transpose",
          "no-such-fault",
          "dinosaurs",
          "recall",
          "\u0000",
          "a\nb",
          "@args",
          "😀",
          "\uD800",
          "%s%n",
          "${x}",
          "/",
          ".",
          "--",
          "\"quoted\"");

  @TempDir private Path folder;
  private List<String> files;

  @BeforeEach
  void makeFiles() throws IOException {
    Path session = folder.resolve("run.backstep");
    SessionFile.write(session, SavedRuns.session());
    Path text = Files.writeString(folder.resolve("names.txt"), "abab\nba\nabba\nbab\n");
    Path arrays = Programs.saved(folder, "mine.npz", Programs.ours(Fault.MISSING_TRANSPOSE));
    Path empty = Files.createDirectory(folder.resolve("empty"));
    files =
        List.of(
            session.toString(),
            text.toString(),
            arrays.toString(),
            empty.toString(),
            folder.resolve("none").toString(),
            "/dev/null");
  }

  @Test
  void everyCommandLineIsCarriedOutOrRefusedInASentence() throws IOException {
    new Campaign("command-lines", 20).run(folder, (dice, made) -> trial(dice));
  }

  private Command trial(Dice dice) {
    String command = dice.of(List.copyOf(COMMANDS.keySet()));
    List<String> arguments = new ArrayList<>(List.of(command));
    for (int n = dice.below(5); n > 0; n--) {
      arguments.addAll(words(dice));
    }
    if (!dice.onceIn(4)) {
      arguments.addAll(usual(command));
    }
    arguments.addAll(briefly(command, dice));
    if (dice.onceIn(12)) {
      arguments.set(0, mistyped(command, dice));
      return Command.of(Set.of(0, 2), harmless(arguments, dice));
    }
    return Command.of(COMMANDS.get(command), harmless(arguments, dice));
  }

  private List<String> words(Dice dice) {
    String option = dice.onceIn(8) ? dice.of(OUTPUTS) : dice.of(OPTIONS);
    return switch (dice.below(6)) {
      case 0 -> List.of(mistyped(option, dice), dice.of(VALUES));
      case 1 -> List.of(dice.onceIn(2) ? dice.of(files) : dice.of(VALUES));
      case 2 -> List.of(option + "=" + dice.of(VALUES));
      case 3 -> List.of(option);
      default -> List.of(option, dice.onceIn(3) ? dice.of(files) : dice.of(VALUES));
    };
  }

  private static String mistyped(String word, Dice dice) {
    int place = dice.below(word.length());
    return dice.onceIn(2)
        ? word.substring(0, place) + word.substring(place + 1)
        : word.substring(0, place) + dice.of("x", "-", "é") + word.substring(place);
  }

  /** The options with which the command works otherwise. */
  private List<String> usual(String command) {
    return switch (command) {
      case "check" -> List.of(files.get(2));
      case "trace" -> List.of("--params", files.get(2), "--out", folder.resolve("t.npz") + "");
      case "train", "compare" -> List.of("--data", files.get(1));
      case "sample" -> List.of("--session", files.get(0));
      default -> List.of("--out", folder.resolve("pictures").toString());
    };
  }

  /** Nothing that trains does so for long, whatever else is typed. */
  private static List<String> briefly(String command, Dice dice) {
    String length = dice.of("1", "2", "0", "-1", "x", "10000001", "");
    return switch (command) {
      case "train" -> List.of(dice.of("--updates", "--epochs"), length);
      case "compare" -> List.of("--seeds", "1", "--epochs", length);
      default -> List.of();
    };
  }

  /** Whatever is written is written into the folder of the test. */
  private List<String> harmless(List<String> arguments, Dice dice) {
    List<String> kept = new ArrayList<>();
    boolean isOutput = false;
    for (String argument : arguments) {
      String option = OUTPUTS.stream().filter(argument::startsWith).findFirst().orElse("");
      boolean isWithValue = argument.startsWith(option + "=") && !option.isEmpty();
      kept.add(isOutput ? output(dice) : isWithValue ? option + "=" + output(dice) : argument);
      isOutput = !isOutput && OUTPUTS.contains(argument);
    }
    return kept;
  }

  private String output(Dice dice) {
    return dice.of(
        folder.resolve("out").toString(),
        folder.resolve("missing/out").toString(),
        folder.toString(),
        "/proc/none",
        "/dev/null",
        "",
        folder.resolve("x".repeat(300)).toString());
  }
}
