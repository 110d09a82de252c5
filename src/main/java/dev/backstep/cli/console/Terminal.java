package dev.backstep.cli.console;

import java.io.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the standard streams lead: whether they lead to a terminal. */
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
          : isTerminal(System.console());
    } catch (java.io.IOException | SecurityException e) {
      return false;
    }
  }

  /** Since Java 22 there is a console where there is no terminal, and it says so. */
  private static boolean isTerminal(@Nullable Console console) {
    try {
      return console != null && (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
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
