package dev.backstep.io;

/**
 * Which array of which file is meant, for what is said about it.
 *
 * @param array its name; null for the file as a whole
 */
record ArrayPlace(String file, String array) {
  ArrayFileException refused(String reason) {
    return new ArrayFileException(file, array == null ? reason : array + " " + reason);
  }
}
