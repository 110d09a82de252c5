package dev.backstep.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** The place of a file that a command will write at its end. */
final class OutputFile {
  private OutputFile() {}

  /**
   * Says whether it can be written, before hours are spent on what is to be in it.
   *
   * @param option that it was given with
   * @param file null if it was not
   * @throws IllegalArgumentException if it cannot
   */
  static void requireWritable(String option, Path file) {
    if (file == null) {
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    // A device or a pipe would not be written to, but give its place to a file.
    boolean isOther = Files.exists(file) && !Files.isRegularFile(file);
    if (isOther || folder == null || !Files.isWritable(folder)) {
      throw new IllegalArgumentException(
          "%s is %s, which cannot be written; it must be a file in a folder that can be"
              .formatted(option, file));
    }
  }
}
