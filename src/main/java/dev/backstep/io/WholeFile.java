package dev.backstep.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/**
 * Writes a file whole or not at all: beside its place first, then moved into it. Where a link leads
 * to a file, that file is written. Of several programs that write one file at once each writes
 * beside it under a name of its own, and the last one that is done has its place.
 */
public final class WholeFile {
  private static final int BUFFER = 1 << 16;

  /** The content of a file, written piece by piece. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private WholeFile() {}

  /**
   * Writes all of it or nothing.
   *
   * @throws IOException if it cannot be written; a file that was there before is still there
   */
  public static void write(Path file, byte[] content) throws IOException {
    write(file, out -> out.write(content));
  }

  /**
   * The same for what would not fit into memory a second time. It has reached the disk before it is
   * moved, so that not even a loss of power leaves half a file in its place. A file that is
   * replaced hands its permissions on.
   *
   * @throws IOException if it cannot be written; a file that was there before is still there
   */
  public static void write(Path file, Content content) throws IOException {
    Path place = placeOf(file);
    write(place, content, FilePermissions.of(place));
  }

  /**
   * The same for a file that only its owner may read.
   *
   * @throws IOException if it cannot be written; a file that was there before is still there
   */
  public static void writePrivate(Path file, Content content) throws IOException {
    Path place = placeOf(file);
    write(place, content, FilePermissions.ofOwnerOnly(place));
  }

  /**
   * Does all that writing a file takes but its last step, so that what keeps a file from being
   * written is known before its content is made.
   *
   * @throws IOException if it could not be written; a file that was there before is still there
   */
  public static void tryOut(Path file) throws IOException {
    Path place = placeOf(file);
    FilePermissions permissions = FilePermissions.of(place);
    try (PartFile part = PartFile.in(folderOf(place), permissions)) {
      writeToDisk(part, out -> out.write(new byte[BUFFER]));
      permissions.restoreAccessOf(part.path());
    }
  }

  private static void write(Path place, Content content, FilePermissions permissions)
      throws IOException {
    PartFile.tidy(folderOf(place));
    try (PartFile part = PartFile.in(folderOf(place), permissions)) {
      writeToDisk(part, content);
      permissions.restoreAccessOf(part.path());
      part.moveTo(place);
    }
  }

  /** A place is never the root, which is a folder. */
  private static Path folderOf(Path place) {
    return Objects.requireNonNull(place.getParent(), place::toString);
  }

  /** Where the file is or will be; a device or a pipe has nothing that could be replaced. */
  private static Path placeOf(Path file) throws IOException {
    try {
      if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
        throw new FileSystemException(file.toString(), null, "Not a regular file");
      }
      return file.toRealPath();
    } catch (NoSuchFileException e) {
      return file.toAbsolutePath();
    }
  }

  private static void writeToDisk(PartFile part, Content content) throws IOException {
    // Not closed: the part is held until it has its place.
    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(part.channel()), BUFFER);
    content.writeTo(out);
    out.flush();
    part.channel().force(true);
  }
}
