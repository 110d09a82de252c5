package dev.backstep.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * Who may read and write a file that takes the place of another. Systems without such permissions
 * leave it to the folder.
 *
 * @param replaced what is replaced, if there is something
 * @param isPrivate whether it is for its owner only, whatever is replaced
 */
public record FilePermissions(Optional<PosixFileAttributes> replaced, boolean isPrivate) {
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_OF_FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final FileAttribute<?>[] NONE = {};

  /** Those of the file that is replaced, or of any new one. */
  static FilePermissions of(Path place) throws IOException {
    return new FilePermissions(isKnownIn(place) ? read(place) : Optional.empty(), false);
  }

  private static Optional<PosixFileAttributes> read(Path place) throws IOException {
    try {
      return Optional.of(Files.readAttributes(place, PosixFileAttributes.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  static FilePermissions ofOwnerOnly(Path place) {
    return new FilePermissions(Optional.empty(), isKnownIn(place));
  }

  /** Makes a folder that only its owner may enter, and in the same way those that lead to it. */
  public static void makePrivateFolder(Path folder) throws IOException {
    if (isKnownIn(folder)) {
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_OF_FOLDER));
      close(folder);
    } else {
      Files.createDirectories(folder);
    }
  }

  /** Closes a folder to others that was made more open. */
  private static void close(Path folder) {
    try {
      if (!Files.getPosixFilePermissions(folder).equals(OWNER_OF_FOLDER)) {
        Files.setPosixFilePermissions(folder, OWNER_OF_FOLDER);
      }
    } catch (IOException e) {
      // It belongs to another, or its disk knows no permissions: the files have their own.
    }
  }

  private static boolean isKnownIn(Path place) {
    return place.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** The permissions until it is done: no more readable than what it is in place of. */
  FileAttribute<?>[] whileWritten() {
    return isPrivate || replaced.isPresent()
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
        : NONE;
  }

  /** Gives a file that was written with less to its owner and to those who could use the other. */
  void restoreAccessOf(Path file) throws IOException {
    if (replaced.isPresent()) {
      restoreOwnersOf(file);
      Files.setPosixFilePermissions(file, replaced.get().permissions());
    }
  }

  private void restoreOwnersOf(Path file) {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    try {
      PosixFileAttributes own = view.readAttributes();
      if (!own.group().equals(replaced.get().group())) {
        view.setGroup(replaced.get().group());
      }
      if (!own.owner().equals(replaced.get().owner())) {
        view.setOwner(replaced.get().owner());
      }
    } catch (IOException e) {
      // Only the administrator may give files away: then it belongs to who has written it.
    }
  }
}
