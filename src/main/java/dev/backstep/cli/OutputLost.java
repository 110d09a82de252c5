package dev.backstep.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What was printed did not arrive; the command that printed it has failed, and goes on no more. */
final class OutputLost extends UncheckedIOException {
  @Serial private static final long serialVersionUID = 1L;

  private static final int FAILED = 1;

  /** What a shell tells of a program that wrote into a pipe which was closed. */
  private static final int CLOSED_PIPE = 141;

  private static final Path OUTPUT_STREAM = Path.of("/proc/self/fd/1");

  OutputLost(IOException reason) {
    super(reason);
  }

  /**
   * The exit code, after it was said why. Whoever closes a pipe has read enough, so of that nothing
   * is said.
   */
  int tell(PrintWriter err) {
    return tell(err, isOutputPiped());
  }

  /**
   * The same.
   *
   * @param isPiped whether what was printed went into a pipe, to which nothing else can happen
   */
  int tell(PrintWriter err, boolean isPiped) {
    String reason = String.valueOf(getCause().getMessage());
    if (isPiped || reason.toLowerCase(Locale.ROOT).contains("pipe")) {
      return CLOSED_PIPE;
    }
    err.println("The output could not be written: the system says “" + reason + "”.");
    err.flush();
    return FAILED;
  }

  /** As far as the system tells, in whatever language it says what went wrong. */
  private static boolean isOutputPiped() {
    try {
      String stream = Files.readSymbolicLink(OUTPUT_STREAM).toString();
      return stream.startsWith("pipe:") || stream.startsWith("socket:");
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }
}
