package dev.backstep.ui.files;

import dev.backstep.io.session.Session;
import dev.backstep.io.session.SessionFile;
import dev.backstep.math.Numbers;
import dev.backstep.training.TrainingData;
import dev.backstep.training.history.SavedRun;
import dev.backstep.training.session.SavedRunSource;
import dev.backstep.training.session.SessionException;
import dev.backstep.ui.run.RunState;
import dev.backstep.words.Texts;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run that another took the place of: in memory until it is in a file, from which it is read when
 * it is brought back. Its bits are the same either way.
 */
public final class EarlierRun implements SavedRunSource {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final String name;
  private final long updates;
  private final long made;
  private final Instant time;
  private final boolean isUnsaved;
  private final RunState state;
  private volatile @Nullable SavedRun run;
  private volatile Session.@Nullable View view;
  private volatile @Nullable Path file;
  private volatile @Nullable TrainingData data;
  private long size;

  /** One that was open until now. */
  EarlierRun(SavedRun run, Session.View view, RunState state, Instant time) {
    this.run = run;
    this.view = view;
    this.state = state;
    this.time = time;
    name = state.name();
    updates = run.here().updates();
    made = run.updatesMade();
    isUnsaved = made > 0 && !run.content().equals(state.saved());
  }

  /** One that an earlier window left in a file. */
  EarlierRun(SessionFile.Title title, Path file, long size, Instant time) {
    this.file = file;
    this.size = size;
    this.time = time;
    state = RunState.unknown(title.text());
    name = title.text();
    updates = title.updates();
    made = updates;
    isUnsaved = true;
  }

  @Override
  public SavedRun load() throws SessionException {
    SavedRun loaded = run;
    if (loaded == null) {
      Session session = SessionFile.read(Objects.requireNonNull(file));
      loaded = session.run();
      view = session.view();
    }
    data = loaded.data();
    return loaded;
  }

  /** True if a run came from here. */
  boolean isSourceOf(TrainingData opened) {
    return data == opened;
  }

  /** It is in a file now and need not be in memory. */
  void isIn(Path written, long bytes) {
    file = written;
    size = bytes;
    run = null;
  }

  /** The bytes that it takes in memory, or on the disk if it is there. */
  long bytes() {
    return run == null ? size : run.bytes() + Double.BYTES * made;
  }

  /** The file that it is in; null while it is in memory. */
  @Nullable Path file() {
    return file;
  }

  /** The run, while it is in memory; else null. */
  @Nullable SavedRun inMemory() {
    return run;
  }

  /** The same run with so few checkpoints that it takes no more memory, if that is possible. */
  void thin(long bytes) {
    run = Objects.requireNonNull(run, "not in memory").within(bytes);
  }

  /** The view of it on the screen; null before it is read from a file. */
  Session.@Nullable View view() {
    return view;
  }

  /**
   * The state of the run: the file of the user's that it is in, and the time that it was trained.
   */
  RunState state() {
    return state;
  }

  /** True if something was trained that is in no file of the user's. */
  boolean isUnsaved() {
    return isUnsaved;
  }

  /** The updates that were made, in all branches together. */
  long made() {
    return made;
  }

  /** The name, the updates, the time that these took and the time at which it made way. */
  String words(Texts texts) {
    String at = TIME.format(time.atZone(ZoneId.systemDefault()));
    String count = Numbers.grouped(updates);
    String trained = state.trained(texts);
    return trained.isEmpty()
        ? texts.of("files.earlier.run", name, count, at)
        : texts.of("files.earlier.run.trained", name, count, trained, at);
  }

  /** The name and the updates. */
  String shortWords(Texts texts) {
    return texts.of("files.earlier.run.short", name, Numbers.grouped(updates));
  }
}
