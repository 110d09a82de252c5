package dev.backstep.ui.files;

import dev.backstep.io.FileThread;
import dev.backstep.io.session.Session;
import dev.backstep.training.history.SavedRun;
import dev.backstep.ui.run.SessionViewModel;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * The thread for files. A run is captured on the training thread between two updates and written
 * here; what comes of it is told in a later pulse.
 */
final class SessionWriter {
  /** The seconds from which on it is worth telling that a file is being written. */
  private static final double UNNOTICED = 0.3;

  private final SessionViewModel session;
  private final SessionView view;
  private final FileThread thread = new FileThread();

  /** Answers of the thread, which are done in the next pulse. */
  private final Queue<Runnable> answers = new ConcurrentLinkedQueue<>();

  private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
  private int writing;
  private double written;

  SessionWriter(SessionViewModel session, SessionView view) {
    this.session = session;
    this.view = view;
  }

  /** A way to write a session, which has the file and says who may read it. */
  interface Writing {
    void write(Session whole) throws IOException;
  }

  /** Writes the session as it is now; one of the two answers comes with a later pulse. */
  void write(Writing way, Consumer<SavedRun> done, Consumer<IOException> failed) {
    writing++;
    capture(whole -> write(way, whole, done, failed));
  }

  /** Hands over the session as it is now, on the thread for files. */
  void capture(Consumer<Session> receiver) {
    Session.View shown = view.now();
    session.capture(run -> thread.execute(() -> receiver.accept(new Session(run, shown))));
  }

  /** Whatever happens there is an answer, or it would seem to be written for ever. */
  private void write(
      Writing way, Session whole, Consumer<SavedRun> done, Consumer<IOException> failed) {
    try {
      way.write(whole);
      answerWriting(() -> done.accept(whole.run()));
    } catch (IOException e) {
      answerWriting(() -> failed.accept(e));
    } catch (RuntimeException | Error e) {
      answerWriting(() -> failed.accept(new IOException("an error of the program: " + e, e)));
      throw e;
    }
  }

  private void answerWriting(Runnable answer) {
    answers.add(
        () -> {
          writing--;
          answer.run();
        });
  }

  /** Does something on the thread for files, and with a later pulse what comes of it. */
  void later(Supplier<Runnable> work) {
    thread.execute(() -> answers.add(work.get()));
  }

  /** Lets time pass. */
  void tick(double seconds) {
    for (Runnable answer = answers.poll(); answer != null; answer = answers.poll()) {
      answer.run();
    }
    written = writing == 0 ? 0 : written + seconds;
    saving.set(written > UNNOTICED);
  }

  /** True while a file is written that takes long enough to be noticed. */
  ReadOnlyBooleanProperty savingProperty() {
    return saving.getReadOnlyProperty();
  }

  /** Ends the thread after what it was asked for. */
  void close() {
    thread.close();
  }
}
