package dev.backstep.io.array;

import java.io.IOException;

/**
 * A file of arrays that cannot be read. The message is one sentence for the user, with the file,
 * the array where it is about one, what was found and what is allowed.
 */
public final class ArrayFileException extends IOException {
  private static final long serialVersionUID = 1L;

  ArrayFileException(String file, String reason) {
    super(file + ": " + reason + ".");
  }

  ArrayFileException(String file, String reason, Throwable cause) {
    super(file + ": " + reason + ".", cause);
  }
}
