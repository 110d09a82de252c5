package dev.backstep.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Whether somebody watches what is written to the standard error stream. */
final class Terminal {
  private static final Path ERROR_STREAM = Path.of("/proc/self/fd/2");

  private Terminal() {}

  /**
   * Java only knows of a terminal if the input and the output are one too; Linux tells of each
   * stream.
   */
  static boolean isThere() {
    try {
      return Files.exists(ERROR_STREAM)
          ? isTerminal(ERROR_STREAM.toRealPath())
          : System.console() != null;
    } catch (java.io.IOException | SecurityException e) {
      return false;
    }
  }

  /** A window of a desktop or a remote login ({@code pts}), or the console of the machine. */
  static boolean isTerminal(Path device) {
    return device.toString().matches("/dev/(pts/\\d+|tty\\w+|console)");
  }
}
