package dev.backstep.words;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Says in one sentence why a file could not be written, for the screen and the commands. */
public record NotWritten(Texts texts) {
  /** The sentence, with the file that was asked for and not the one that is written beside it. */
  public String sentence(Path file, IOException cause) {
    Optional<String> obstacle =
        cause instanceof FileSystemException ? obstacle(file) : Optional.empty();
    return texts.of("words.file.not-saved", file.toString(), obstacle.orElseGet(() -> said(cause)));
  }

  /** The same of pictures, and of the folder that they were to be in. */
  public String ofPictures(Path folder, IOException cause) {
    String reason = obstacleIn(folder).orElseGet(() -> said(cause));
    return texts.of("words.file.no-pictures", folder.toString(), reason);
  }

  /** The obstacle to writing a file that can be seen before. */
  public Optional<String> obstacle(Path file) {
    if (Files.isDirectory(file)) {
      return Optional.of(texts.of("words.file.is-folder"));
    }
    // A device or a pipe would not be written to, but give its place to a file.
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      return Optional.of(texts.of("words.file.is-device"));
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      return Optional.of(texts.of("words.file.no-folder"));
    }
    Optional<String> other = obstacleIn(folder);
    return other.isPresent() || Files.exists(folder)
        ? other
        : Optional.of(texts.of("words.file.no-folder"));
  }

  /** The obstacle to writing into a folder, or to making it. */
  private Optional<String> obstacleIn(Path folder) {
    Path whole = folder.toAbsolutePath();
    Path there = whole;
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (there == null) {
      return Optional.of(texts.of("words.file.no-folder"));
    }
    if (!Files.isDirectory(there)) {
      Path named = there.equals(whole) ? folder : there;
      return Optional.of(texts.of("words.file.not-a-folder", named.toString()));
    }
    boolean isMade = !there.equals(whole);
    return isMade || Files.isWritable(there)
        ? Optional.empty()
        : Optional.of(texts.of("words.file.not-allowed"));
  }

  /** The words of the system, if any, without the names of files that were not asked for. */
  public String said(IOException cause) {
    if (!(cause instanceof FileSystemException told)) {
      String message = cause.getMessage();
      return message == null ? texts.of("words.file.unsaid") : message.replaceFirst("\\.$", "");
    }
    return told.getReason() == null
        ? texts.of("words.file.not-allowed")
        : texts.of("words.file.system", told.getReason());
  }
}
