package dev.backstep.io.session;

import dev.backstep.io.FilePermissions;
import dev.backstep.io.StateFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The runs that windows keep as long as they are not saved, in one folder. Each window has a place
 * of its own, so two never write to one file; a place whose lock is free was left by a window that
 * ended unexpectedly.
 */
public final class KeptRuns {
  /** Those of this program. To open the lock of one again and close it would give it up. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  /** Null if there is none. */
  private final @Nullable Path folder;

  public KeptRuns(@Nullable Path folder) {
    this.folder = folder;
  }

  /** Those of the user on this machine. */
  public static KeptRuns here() {
    return new KeptRuns(StateFolder.here().map(state -> state.resolve("runs")).orElse(null));
  }

  /** A place of one's own. */
  public KeptRun begin() throws IOException {
    Path there = requireFolder();
    FilePermissions.makePrivateFolder(there);
    while (true) {
      Path lock = Files.createTempFile(there, "run-", KeptRun.LOCK);
      Optional<KeptRun> own = take(lock);
      if (own.isPresent()) {
        return own.get();
      }
    }
  }

  /**
   * The places that were left with a run in them, the newest first; they belong to the caller now.
   * Places that were left without one are tidied up.
   */
  public List<KeptRun> left() throws IOException {
    Path there = requireFolder();
    List<KeptRun> left = new ArrayList<>();
    if (!Files.isDirectory(there)) {
      return left;
    }
    for (Path lock : locks(there)) {
      withRun(lock).ifPresent(left::add);
    }
    left.sort(Comparator.comparing(KeptRuns::millis).reversed());
    return left;
  }

  /** The place if there is a run in it and no window has it; one that is empty is tidied up. */
  private static Optional<KeptRun> withRun(Path lock) {
    try {
      Optional<KeptRun> place = take(lock);
      if (place.isPresent() && place.get().newest().isEmpty()) {
        place.get().discard();
        return Optional.empty();
      }
      return place;
    } catch (IOException e) {
      // It stays, and the others are offered.
      return Optional.empty();
    }
  }

  private Path requireFolder() throws IOException {
    if (folder == null) {
      throw new IOException("there is no home folder, and HOME is not set");
    }
    return folder;
  }

  private static long millis(KeptRun run) {
    try {
      return run.newest().map(file -> file.toFile().lastModified()).orElse(0L);
    } catch (IOException e) {
      return 0;
    }
  }

  private static List<Path> locks(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(KeptRun.LOCK)).toList();
    }
  }

  /** The place, unless another window has it or is tidying it up. */
  private static Optional<KeptRun> take(Path lock) throws IOException {
    if (!HELD.add(lock)) {
      return Optional.empty();
    }
    Optional<KeptRun> taken = Optional.empty();
    try {
      taken = lock(lock);
    } finally {
      if (taken.isEmpty()) {
        HELD.remove(lock);
      }
    }
    return taken;
  }

  private static Optional<KeptRun> lock(Path lock) throws IOException {
    FileChannel channel = FileChannel.open(lock, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (channel.tryLock() != null && Files.exists(lock)) {
      return Optional.of(new KeptRun(lock, channel));
    }
    channel.close();
    return Optional.empty();
  }

  /** A place is given back. */
  static void released(Path lock) {
    HELD.remove(lock);
  }
}
