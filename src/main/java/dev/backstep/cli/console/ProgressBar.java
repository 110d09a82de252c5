package dev.backstep.cli.console;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** One line of a terminal that says how far something is, written over again and again. */
public final class ProgressBar {
  private static final int WIDTH = 30;

  private final PrintWriter terminal;
  private int written;

  public ProgressBar(PrintWriter terminal) {
    this.terminal = terminal;
  }

  /**
   * Shows how far it is.
   *
   * @param share that is done, 0 to 1
   * @param left empty while that cannot be said
   */
  public void show(double share, String what, Optional<Duration> left) {
    int full = (int) (share * WIDTH);
    String line =
        String.format(
            Locale.ROOT,
            "[%s%s] %3d %%  %s%s",
            "#".repeat(full),
            "-".repeat(WIDTH - full),
            (int) (100 * share),
            what,
            left.map(ProgressBar::words).orElse(""));
    over(line);
  }

  /** Leaves the line empty. */
  public void clear() {
    over("");
    terminal.print('\r');
    terminal.flush();
  }

  private void over(String line) {
    terminal.print('\r' + line + " ".repeat(Math.max(0, written - line.length())));
    terminal.flush();
    written = line.length();
  }

  private static String words(Duration left) {
    long seconds = left.plusMillis(999).toSeconds();
    return String.format(Locale.ROOT, ", %d:%02d left", seconds / 60, seconds % 60);
  }
}
