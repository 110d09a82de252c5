package dev.backstep.check.submission;

/**
 * Arrays that cannot be checked. The message is one sentence for the user, with the file, the
 * array, what was found and what is allowed.
 */
public final class SubmissionException extends Exception {
  private static final long serialVersionUID = 1L;

  public SubmissionException(String source, String reason) {
    super(source + ": " + reason + ".");
  }
}
