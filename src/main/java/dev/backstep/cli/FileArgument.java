package dev.backstep.cli;

import dev.backstep.io.array.ArrayFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The FILE that the window is to open: what is typed there may also be a command, mistyped. */
final class FileArgument {
  private static final int MISTYPED = 2;

  private FileArgument() {}

  /**
   * Why it cannot be opened, as far as that is seen before it is read.
   *
   * @param commands what there is besides files
   */
  static Optional<String> refusal(Path file, Collection<String> commands) {
    if (Files.notExists(file)) {
      return Optional.of(missing(file.toString(), commands));
    }
    if (!Files.isReadable(file)) {
      return Optional.of(String.format(Locale.ROOT, "There is no permission to read “%s”.", file));
    }
    return Files.isDirectory(file) && !ArrayFile.isFolderOfArrays(file)
        ? Optional.of(
            String.format(Locale.ROOT, "“%s” is a folder, and no .npy file is in it.", file))
        : Optional.empty();
  }

  private static String missing(String typed, Collection<String> commands) {
    boolean canBeCommand = typed.matches("\\w+");
    String sentence =
        canBeCommand ? "There is no file and no command “%s”." : "There is no file “%s”.";
    return String.format(Locale.ROOT, sentence, typed)
        + Nearest.question(Nearest.within(MISTYPED, typed, commands));
  }
}
