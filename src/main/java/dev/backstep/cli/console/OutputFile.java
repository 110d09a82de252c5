package dev.backstep.cli.console;

import dev.backstep.io.WholeFile;
import dev.backstep.words.NotWritten;
import dev.backstep.words.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The place of a file that a command will write at its end. */
public final class OutputFile {
  private OutputFile() {}

  /**
   * Says whether it can be written, before hours are spent on what is to be in it.
   *
   * @param option that it was given with
   * @param file null if it was not
   * @throws IllegalArgumentException if it cannot
   */
  public static void requireWritable(String option, @Nullable Path file) {
    if (file == null) {
      return;
    }
    Optional<String> obstacle = obstacle(target(file));
    if (obstacle.isPresent()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%s is %s, which cannot be written: %s", option, file, obstacle.get()));
    }
  }

  /** The obstacle that is seen, or found out by trying: a full disk, a name that is too long. */
  private static Optional<String> obstacle(Path target) {
    NotWritten words = new NotWritten(Texts.load());
    Optional<String> seen = words.obstacle(target);
    if (seen.isPresent()) {
      return seen;
    }
    try {
      WholeFile.tryOut(target);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(words.said(e));
    }
  }

  /** Whether two names lead to one file, so that writing one would lose the other. */
  public static boolean areOne(Path a, Path b) {
    return target(a).equals(target(b));
  }

  /** The target of a name: links are followed, as they are in writing. */
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
