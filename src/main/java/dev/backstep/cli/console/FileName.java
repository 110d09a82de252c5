package dev.backstep.cli.console;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The name of a file as it is typed. */
public final class FileName {
  private static final String ALLOWED = "the name of a file that this system can have";

  private FileName() {}

  /**
   * The file that has it.
   *
   * @throws InvalidPathException if none can; an empty name would be that of the folder
   */
  public static Path read(String typed) {
    if (typed.isEmpty()) {
      throw new InvalidPathException(typed, "it is empty");
    }
    return Path.of(typed);
  }

  /** The names that it may have, for refusals. */
  public static String allowed() {
    return ALLOWED + (areAllReadable() ? "" : " in its locale; in LC_ALL=C.UTF-8 it can have any");
  }

  /**
   * Whether Java reads and writes all names of files: in the locale C it has only ASCII for them.
   */
  static boolean areAllReadable() {
    return StandardCharsets.UTF_8
        .name()
        .equalsIgnoreCase(System.getProperty("sun.jnu.encoding", StandardCharsets.UTF_8.name()));
  }
}
