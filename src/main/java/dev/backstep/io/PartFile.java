package dev.backstep.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/**
 * A file that is being written in a folder before it is moved into its place there. Its name is one
 * that no other program takes, and it is locked as long as its writer lives: what has such a name
 * and no lock was left by a writer that was killed.
 */
public final class PartFile implements Closeable {
  private static final String PREFIX = ".backstep-";
  private static final String SUFFIX = ".part";
  private static final int DIGITS = 8;
  private static final Set<OpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  /** Those of this program. To open one of them again and close it would give up its lock. */
  private static final Set<String> HELD = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel channel;

  private PartFile(Path path, FilePermissions permissions) throws IOException {
    this.path = path;
    HELD.add(name());
    try {
      channel = FileChannel.open(path, NEW, permissions.whileWritten());
    } catch (IOException e) {
      HELD.remove(name());
      throw e;
    }
  }

  /** A new file in the folder; it never takes the place of another and follows no link. */
  static PartFile in(Path folder, FilePermissions permissions) throws IOException {
    while (true) {
      PartFile part = new PartFile(folder.resolve(newName()), permissions);
      if (part.isHeld()) {
        return part;
      }
      part.close();
    }
  }

  private static String newName() {
    String token = UUID.randomUUID().toString().substring(0, DIGITS);
    return PREFIX + token + sum(token) + SUFFIX;
  }

  /** The second half of a name, by which names of ours are told from those that look like them. */
  private static String sum(String token) {
    CRC32 sum = new CRC32();
    sum.update(token.getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().toHexDigits((int) sum.getValue());
  }

  /** Whether the name of a file is that of a part. */
  public static boolean isNameOfPart(String name) {
    if (!name.startsWith(PREFIX)
        || !name.endsWith(SUFFIX)
        || name.length() != PREFIX.length() + 2 * DIGITS + SUFFIX.length()) {
      return false;
    }
    int middle = PREFIX.length() + DIGITS;
    return name.startsWith(sum(name.substring(PREFIX.length(), middle)), middle);
  }

  /** Whether it is locked; not if another program that tidies up has come in between. */
  private boolean isHeld() {
    try {
      return channel.tryLock() != null && Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      // There are folders in the network that know no locks; there is no tidying up there either.
      return true;
    }
  }

  /** Deletes from a folder the parts whose writers were killed. */
  public static void tidy(Path folder) {
    try (DirectoryStream<Path> parts =
        Files.newDirectoryStream(folder, file -> isNameOfPart(file.getFileName().toString()))) {
      parts.forEach(PartFile::deleteIfLeft);
    } catch (IOException | DirectoryIteratorException e) {
      // What is left does no harm; whether the folder can be written to is found out by writing.
    }
  }

  private static void deleteIfLeft(Path part) {
    boolean isFile = Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS);
    if (!isFile || HELD.contains(part.getFileName().toString())) {
      return;
    }
    try (FileChannel channel =
        FileChannel.open(part, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      if (channel.tryLock() != null) {
        Files.deleteIfExists(part);
      }
    } catch (IOException | OverlappingFileLockException e) {
      // It may be another program's, or still be written: it stays.
    }
  }

  private String name() {
    return path.getFileName().toString();
  }

  Path path() {
    return path;
  }

  FileChannel channel() {
    return channel;
  }

  /** Moves it into its place, in the same folder; it is no longer the part then. */
  void moveTo(Path place) throws IOException {
    try {
      Files.move(path, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(path, place, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Deletes it if it was not moved. */
  @Override
  public void close() throws IOException {
    try (channel) {
      Files.deleteIfExists(path);
    } finally {
      HELD.remove(name());
    }
  }
}
