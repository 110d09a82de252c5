package dev.backstep.check.printed;

/**
 * Text in which nothing can be judged. The message is one sentence for the user, with what was
 * found and what is known.
 */
public final class PrintedException extends Exception {
  private static final long serialVersionUID = 1L;

  PrintedException(String source, String reason) {
    super(source + ": " + reason + ".");
  }
}
