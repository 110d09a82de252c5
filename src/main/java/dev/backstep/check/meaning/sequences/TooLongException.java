package dev.backstep.check.meaning.sequences;

/** What a file holds is more than there is room for; the message says of what, and how much. */
public final class TooLongException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooLongException(String message) {
    super(message);
  }
}
