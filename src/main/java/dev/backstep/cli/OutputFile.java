package dev.backstep.cli;

import java.io.IOException;
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
    Path folder = target(file).getParent();
    // A device or a pipe would not be written to, but give its place to a file.
    boolean isOther = Files.exists(file) && !Files.isRegularFile(file);
    if (isOther || folder == null || !Files.isWritable(folder)) {
      throw new IllegalArgumentException(
          "%s is %s, which cannot be written; it must be a file in a folder that can be"
              .formatted(option, file));
    }
  }

  /** Whether two names lead to one file, so that writing one would lose the other. */
  static boolean areOne(Path a, Path b) {
    return target(a).equals(target(b));
  }

  /** What a name leads to: links are followed, as they are in writing. */
  private static Path target(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return inRealFolder(file.toAbsolutePath().normalize());
    }
  }

  private static Path inRealFolder(Path absent) {
    Path folder = absent.getParent();
    try {
      return folder == null ? absent : folder.toRealPath().resolve(absent.getFileName());
    } catch (IOException e) {
      return absent;
    }
  }
}
