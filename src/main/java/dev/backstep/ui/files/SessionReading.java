package dev.backstep.ui.files;

import dev.backstep.io.session.Session;
import dev.backstep.io.session.SessionFile;
import dev.backstep.training.TrainingData;
import dev.backstep.training.history.SavedRun;
import dev.backstep.training.session.SavedRunSource;
import dev.backstep.training.session.SessionException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A session file that was asked for, which may be refused. It is read on the training thread; the
 * screen knows by the data which of its questions was answered.
 */
final class SessionReading implements SavedRunSource {
  private final Path file;
  private final boolean isSaved;
  private volatile @Nullable TrainingData data;
  private volatile Session.@Nullable View view;

  /**
   * @param isSaved whether the user saved it there; otherwise the program did, for a while
   */
  SessionReading(Path file, boolean isSaved) {
    this.file = file;
    this.isSaved = isSaved;
  }

  @Override
  public SavedRun load() throws SessionException {
    Session session = SessionFile.read(file);
    view = session.view();
    data = session.run().data();
    return session.run();
  }

  /** True if a run came from here. */
  boolean isSourceOf(TrainingData opened) {
    return data == opened;
  }

  Path file() {
    return file;
  }

  boolean isSaved() {
    return isSaved;
  }

  /** The view that was kept with the run; there is none before the file is read. */
  Session.View view() {
    return Objects.requireNonNull(view);
  }
}
