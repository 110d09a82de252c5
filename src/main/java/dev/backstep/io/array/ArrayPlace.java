package dev.backstep.io.array;

import dev.backstep.text.Excerpt;

/**
 * Which array of which file is meant, for what is said about it.
 *
 * @param array its name
 */
record ArrayPlace(String file, String array) {
  ArrayFileException refused(String reason) {
    return new ArrayFileException(file, Excerpt.of(array) + " " + reason);
  }

  /** What a library said of its bytes tells a user nothing. */
  ArrayFileException damaged(Exception cause) {
    ArrayFileException damaged = refused("is damaged and cannot be unpacked; save it again");
    damaged.initCause(cause);
    return damaged;
  }
}
