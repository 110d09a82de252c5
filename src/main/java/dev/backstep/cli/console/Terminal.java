package dev.backstep.cli.console;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the standard streams lead: whether somebody watches them. */
public final class Terminal {
  private static final Path OUTPUT_STREAM = Path.of("/proc/self/fd/1");
  private static final Path ERROR_STREAM = Path.of("/proc/self/fd/2");

  private Terminal() {}

  /**
   * Java only knows of a terminal if the input and the output are one too; Linux tells of each
   * stream.
   */
  public static boolean isThere() {
    try {
      return Files.exists(ERROR_STREAM)
          ? isTerminal(ERROR_STREAM.toRealPath())
          : System.console() != null;
    } catch (java.io.IOException | SecurityException e) {
      return false;
    }
  }

  /** Whether the standard output goes to another program, as far as the system tells. */
  static boolean isOutputPiped() {
    try {
      return Files.readSymbolicLink(OUTPUT_STREAM).toString().matches("(pipe|socket):.*");
    } catch (java.io.IOException | RuntimeException e) {
      return false;
    }
  }

  /** A window of a desktop or a remote login ({@code pts}), or the console of the machine. */
  static boolean isTerminal(Path device) {
    return device.toString().matches("/dev/(pts/\\d+|tty\\w+|console)");
  }
}
