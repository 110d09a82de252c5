package dev.backstep.text;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The system's reason for a file that could not be read, in the user's words. */
public final class Unreadable {
  private Unreadable() {}

  /** The reason, for a sentence that names the file. */
  public static String reason(Path file, IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (failure instanceof AccessDeniedException) {
      return "there is no permission to read the file";
    }
    if (Files.isDirectory(file)) {
      return "this is a folder and not a file";
    }
    String said = said(failure);
    return "the file cannot be read" + (said.isEmpty() ? "" : " (" + said + ")");
  }

  /** Without the name of the file, which the sentence has already; empty if nothing was said. */
  private static String said(IOException failure) {
    String said =
        failure instanceof FileSystemException told ? told.getReason() : failure.getMessage();
    return said == null ? "" : said.strip().replaceFirst("\\.$", "");
  }
}
