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
          ? ERROR_STREAM.toRealPath().startsWith("/dev/pts")
          : System.console() != null;
    } catch (java.io.IOException | SecurityException e) {
      return false;
    }
  }
}
