package dev.backstep.training.session;

import java.nio.file.Path;

/**
 * A file that no session can be opened from. The message is one sentence for the user, with the
 * file, what is wrong and what is allowed.
 */
public final class SessionException extends Exception {
  private static final long serialVersionUID = 1L;

  public SessionException(Path file, String reason) {
    super(file + ": " + reason + ".");
  }

  public SessionException(Path file, String reason, Throwable cause) {
    super(file + ": " + reason + ".", cause);
  }
}
