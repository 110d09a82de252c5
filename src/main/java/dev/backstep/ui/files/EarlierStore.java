package dev.backstep.ui.files;

import dev.backstep.io.session.KeptRun;
import dev.backstep.io.session.Session;
import dev.backstep.io.session.SessionFile;
import dev.backstep.training.history.SavedRun;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Room for earlier runs: each is written into the window's own place among the kept runs, where it
 * outlives a kill, and stays in memory where that is not possible. Where room runs out checkpoints
 * are thinned first, which can be made again; then the run goes that has the fewest updates.
 */
final class EarlierStore {
  /** As much as earlier runs usually may take on the disk. */
  private static final long MOST_ON_DISK = 4L << 30;

  /** Of one run; a run that has more checkpoints is written with fewer of them. */
  private static final long MOST_OF_ONE = 128L << 20;

  /** A disk is not filled up with what the user did not ask to have saved. */
  private static final long LEFT_ON_DISK = 256L << 20;

  /** Earlier runs usually take no more than one of so many parts of the memory there is. */
  private static final int PARTS_OF_MEMORY = 4;

  private final SessionFiles files;
  private final Autosave autosave;
  private final Consumer<EarlierRun> dropped;
  private final List<Supplier<@Nullable Path>> opened = new ArrayList<>();
  private long mostInMemory = Runtime.getRuntime().maxMemory() / PARTS_OF_MEMORY;
  private long mostOnDisk = MOST_ON_DISK;

  /**
   * @param dropped told of a run for which there is no room
   */
  EarlierStore(SessionFiles files, Autosave autosave, Consumer<EarlierRun> dropped) {
    this.files = files;
    this.autosave = autosave;
    this.dropped = dropped;
  }

  /** Says how many bytes earlier runs may take from now on. */
  void allow(long inMemory, long onDisk) {
    mostInMemory = inMemory;
    mostOnDisk = onDisk;
  }

  /** Writes a run, if there is a place for it; one that was not trained is not worth a file. */
  void keep(EarlierRun run) {
    KeptRun place = autosave.place();
    SavedRun held = run.inMemory();
    Session.View view = run.view();
    if (place != null && held != null && view != null && run.made() > 0) {
      Session whole = new Session(held.within(MOST_OF_ONE), view);
      Path open = autosave.openedFrom();
      files.later(() -> write(place, run, whole, open));
    }
  }

  private Runnable write(KeptRun place, EarlierRun run, Session whole, @Nullable Path open) {
    try {
      Path file = place.freeBefore();
      requireRoom(file, whole.run().bytes());
      SessionFile.writePrivate(file, whole);
      if (!place.file().equals(open)) {
        // What was kept of the run while it was open is older.
        Files.deleteIfExists(place.file());
      }
      long size = Files.size(file);
      return () -> run.isIn(file, size);
    } catch (IOException e) {
      return () -> autosave.refuse(e);
    }
  }

  private static void requireRoom(Path file, long bytes) throws IOException {
    FileStore disk = Files.getFileStore(file.getParent());
    if (disk.getUsableSpace() - bytes < LEFT_ON_DISK) {
      throw new IOException("the disk is almost full");
    }
  }

  /**
   * A run is open again: its file is not needed once the run is kept as the one that is open.
   *
   * @param file where it was; null where it was in memory
   */
  void opened(Supplier<@Nullable Path> file) {
    opened.add(file);
    autosave.keepSoon();
  }

  /** Deletes the files of runs that are open again, now that the run that is open is kept. */
  void tidy() {
    opened.stream().map(Supplier::get).forEach(this::delete);
    opened.clear();
  }

  private void delete(@Nullable Path file) {
    if (file != null && !file.equals(autosave.ownFile())) {
      autosave.quietly(() -> Files.deleteIfExists(file));
    }
  }

  /** Drops what there is no room for; never the run that made way last. */
  void makeRoom(List<EarlierRun> before, List<EarlierRun> after) {
    thin(all(before, after).filter(run -> run.inMemory() != null).toList());
    while (isTooMuch(before, after)) {
      Optional<EarlierRun> least = least(before, after);
      if (least.isEmpty()) {
        return;
      }
      before.remove(least.get());
      after.remove(least.get());
      delete(least.get().file());
      dropped.accept(least.get());
    }
  }

  private static Stream<EarlierRun> all(List<EarlierRun> before, List<EarlierRun> after) {
    return Stream.concat(before.stream(), after.stream());
  }

  private void thin(List<EarlierRun> held) {
    if (sum(held.stream()) > mostInMemory) {
      held.forEach(run -> run.thin(mostInMemory / held.size()));
    }
  }

  private boolean isTooMuch(List<EarlierRun> before, List<EarlierRun> after) {
    return sum(all(before, after).filter(run -> run.inMemory() != null)) > mostInMemory
        || sum(all(before, after).filter(run -> run.inMemory() == null)) > mostOnDisk;
  }

  private static long sum(Stream<EarlierRun> runs) {
    return runs.mapToLong(EarlierRun::bytes).sum();
  }

  private static Optional<EarlierRun> least(List<EarlierRun> before, List<EarlierRun> after) {
    EarlierRun last = before.isEmpty() ? null : before.get(before.size() - 1);
    return all(before, after)
        .filter(run -> run != last)
        .min(Comparator.comparingLong(EarlierRun::made));
  }
}
