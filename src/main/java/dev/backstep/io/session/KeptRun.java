package dev.backstep.io.session;

import dev.backstep.io.PartFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The place of one window among the {@link KeptRuns}: a session file, others for the runs that were
 * open before, and a lock that the system takes back when the program ends, however that happens.
 */
public final class KeptRun {
  static final String LOCK = ".lock";
  private static final String BEFORE = "-before-";

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
   * @param number from 0
   */
  public Path before(int number) {
    return beside(BEFORE + number + SessionFile.ENDING);
  }

  /** A file for one more run that was open before. */
  public Path freeBefore() {
    int number = 0;
    while (Files.exists(before(number))) {
      number++;
    }
    return before(number);
  }

  /** The runs that were open in the window before, as far as they are kept, the oldest first. */
  public List<Path> earlier() throws IOException {
    String beginning = name() + BEFORE;
    try (Stream<Path> files = Files.list(lock.getParent())) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(beginning))
          .filter(file -> file.toString().endsWith(SessionFile.ENDING))
          .sorted(Comparator.comparingLong(file -> file.toFile().lastModified()))
          .toList();
    }
  }

  /** The run that was open last, of those that are kept; nothing if there is none. */
  public Optional<Path> newest() throws IOException {
    List<Path> earlier = earlier();
    return Files.exists(file())
        ? Optional.of(file())
        : earlier.stream().reduce((one, later) -> later);
  }

  private Path beside(String ending) {
    return lock.resolveSibling(name() + ending);
  }

  private String name() {
    String name = lock.getFileName().toString();
    return name.substring(0, name.length() - LOCK.length());
  }

  /** Notes that the program was told to end, or that it goes on. */
  public void markEnded(boolean isEnded) throws IOException {
    channel.truncate(0);
    if (isEnded) {
      channel.write(ByteBuffer.wrap(new byte[] {'\n'}), 0);
    }
  }

  /** Whether the program that left it was told to end, and did not end unexpectedly. */
  public boolean isMarkedEnded() throws IOException {
    return channel.size() > 0;
  }

  /** Deletes everything of it and gives the place back. */
  public void discard() throws IOException {
    for (Path file : earlier()) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(file());
    PartFile.tidy(Objects.requireNonNull(lock.getParent()));
    release();
    Files.deleteIfExists(lock);
  }

  /** Gives the place back and leaves the files to the next window that looks for them. */
  public void release() throws IOException {
    channel.close();
    KeptRuns.released(lock);
  }
}
