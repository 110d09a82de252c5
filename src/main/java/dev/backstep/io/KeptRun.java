package dev.backstep.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * The place of one window among the {@link KeptRuns}: a session file, another for the run that was
 * open before, and a lock that the system takes back when the program ends, however that happens.
 */
public final class KeptRun {
  static final String LOCK = ".lock";

  private final Path lock;
  private final FileChannel channel;

  /**
   * @param channel holds the lock
   */
  KeptRun(Path lock, FileChannel channel) {
    this.lock = lock;
    this.channel = channel;
  }

  /** The run that is open in the window. */
  public Path file() {
    return beside(SessionFile.ENDING);
  }

  /**
   * A run that was open in the window before.
   *
   * @param number 0 or 1: while one is opened the other can be written
   */
  public Path before(int number) {
    return beside("-before-" + number + SessionFile.ENDING);
  }

  private Path beside(String ending) {
    String name = lock.getFileName().toString();
    return lock.resolveSibling(name.substring(0, name.length() - LOCK.length()) + ending);
  }

  /** When the run was written. */
  public FileTime time() throws IOException {
    return Files.getLastModifiedTime(file());
  }

  /** Deletes everything of it and gives the place back. */
  public void discard() throws IOException {
    for (Path file : new Path[] {file(), before(0), before(1)}) {
      Files.deleteIfExists(file);
    }
    PartFile.tidy(lock.getParent());
    channel.close();
    Files.deleteIfExists(lock);
  }

  /** Gives the place back and leaves the files to the next window that looks for them. */
  public void release() throws IOException {
    channel.close();
  }
}
