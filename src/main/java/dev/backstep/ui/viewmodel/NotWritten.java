package dev.backstep.ui.viewmodel;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says in one sentence why a file could not be written, for the screen and the commands. */
public record NotWritten(Texts texts) {
  /** The sentence, with the file that was asked for and not the one that is written beside it. */
  public String sentence(Path file, IOException cause) {
    return texts.of("take.not-saved", file.toString(), reason(cause));
  }

  private String reason(IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return texts.of("take.no-folder");
    }
    return cause instanceof FileSystemException denied && denied.getReason() == null
        ? texts.of("take.not-allowed")
        : cause.getMessage();
  }
}
