package dev.backstep.text;

/**
 * Text that cannot be trained on. The message is one sentence for the user, with the file, the line
 * where there is one, what was found and what is allowed.
 */
public final class CorpusException extends Exception {
  private static final long serialVersionUID = 1L;

  CorpusException(String source, String reason) {
    super(source + ": " + reason + ".");
  }

  CorpusException(String source, String reason, Throwable cause) {
    super(source + ": " + reason + ".", cause);
  }

  /** About one line of the file, counted from 1. */
  CorpusException(String source, int line, String reason) {
    this(source + ", line " + line, reason);
  }
}
