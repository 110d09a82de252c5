package dev.backstep.fuzz;

import dev.backstep.cli.CommandRun;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A command carried out in this process, and what it did that no command may do.
 *
 * @param allowed what it may end with
 * @param seconds of processor time that it took
 */
record Command(List<String> arguments, Set<Integer> allowed, CommandRun run, double seconds) {
  private static final double MOST_SECONDS = 5;
  private static final int LONGEST_SENTENCE = 2000;

  /** The remains in a text of a stack trace or of a value never put into words. */
  private static final Pattern UNSPOKEN =
      Pattern.compile(
          "\tat |Exception|error of the program|\\(null\\)|null$|byte [-−]1\\b|^: |java\\.lang",
          Pattern.MULTILINE);

  private static final Set<String> HELP = Set.of("--help", "-h", "--version", "-V");

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  static Command of(Set<Integer> allowed, List<String> arguments) {
    long begun = THREADS.getCurrentThreadCpuTime();
    CommandRun run = CommandRun.of(arguments);
    double seconds = (THREADS.getCurrentThreadCpuTime() - begun) / 1e9;
    return new Command(arguments, allowed, run, seconds);
  }

  /** One sentence a fault; none if all is well. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (!run.thrown().isEmpty()) {
      faults.add("threw " + run.thrown());
    }
    if (!allowed.contains(run.code())) {
      faults.add("ended with " + run.code());
    }
    if (run.code() == 2 && run.err().isBlank() && run.out().isBlank()) {
      faults.add("refused without a word");
    }
    String told = run.err() + (arguments.get(0).equals("check") ? run.out() : "");
    if (UNSPOKEN.matcher(told).find()) {
      faults.add("said “" + told + "”");
    }
    if (run.err().lines().anyMatch(line -> line.length() > LONGEST_SENTENCE)) {
      faults.add("said a sentence of " + run.err().length() + " characters");
    }
    if (seconds > MOST_SECONDS) {
      faults.add("took %.1f s".formatted(seconds));
    }
    if (isJson()) {
      faults.addAll(new JsonLines(run).faults());
    }
    return faults;
  }

  private boolean isJson() {
    return arguments.get(0).equals("check")
        && arguments.contains("--json")
        && arguments.stream().noneMatch(HELP::contains);
  }
}
