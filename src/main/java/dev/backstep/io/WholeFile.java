package dev.backstep.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file whole or not at all: beside its place first, then moved into it. Where a link leads
 * to a file, that file is written.
 */
public final class WholeFile {
  private static final int BUFFER = 1 << 16;

  /** What is written into a file, piece by piece. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private WholeFile() {}

  /**
   * @throws IOException if it cannot be written; a file that was there before is still there
   */
  public static void write(Path file, byte[] content) throws IOException {
    write(file, out -> out.write(content));
  }

  /**
   * The same for what would not fit into memory a second time. It has reached the disk before it is
   * moved, so that not even a loss of power leaves half a file in its place.
   *
   * @throws IOException if it cannot be written; a file that was there before is still there
   */
  public static void write(Path file, Content content) throws IOException {
    Path whole = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path beside = beside(whole);
    try {
      writeToDisk(beside, content);
      moveInto(beside, whole);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** Where a file is written before it is moved into its place. */
  static Path beside(Path file) {
    return file.resolveSibling("." + file.getFileName() + ".part");
  }

  private static void writeToDisk(Path file, Content content) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)) {
      content.writeTo(out);
      out.flush();
      channel.force(true);
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
