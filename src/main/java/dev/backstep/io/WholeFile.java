package dev.backstep.io;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file whole or not at all: beside its place first, then moved into it. */
public final class WholeFile {
  private WholeFile() {}

  /**
   * @throws IOException if it cannot be written; a file that was there before is still there
   */
  public static void write(Path file, byte[] content) throws IOException {
    Path whole = file.toAbsolutePath();
    Path beside = whole.resolveSibling("." + whole.getFileName() + ".part");
    try {
      Files.write(beside, content);
      moveInto(beside, whole);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void moveInto(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
