package dev.backstep.cli.console;

import dev.backstep.words.NotWritten;
import dev.backstep.words.Texts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;

/** The loss of what was printed; the command that printed it has failed, and goes on no more. */
public final class OutputLost extends UncheckedIOException {
  @Serial private static final long serialVersionUID = 1L;

  private static final int FAILED = 1;

  /** The shell's exit code of a program that wrote into a closed pipe. */
  private static final int CLOSED_PIPE = 141;

  private final boolean isPiped;

  /**
   * @param isPiped whether what was printed went into a pipe
   */
  OutputLost(IOException reason, boolean isPiped) {
    super(reason);
    this.isPiped = isPiped;
  }

  /**
   * The exit code, after it was said why. Whoever closes a pipe has read enough, so of that nothing
   * is said.
   */
  public int tell(PrintWriter err) {
    String reason = new NotWritten(Texts.load()).said(Objects.requireNonNull(getCause()));
    if (isPiped || reason.toLowerCase(Locale.ROOT).contains("pipe")) {
      return CLOSED_PIPE;
    }
    err.println("The output could not be written: " + reason + ".");
    err.flush();
    return FAILED;
  }
}
