package dev.backstep.ui.files;

import dev.backstep.io.session.Session;
import dev.backstep.io.session.SessionFile;
import dev.backstep.training.TrainingData;
import dev.backstep.training.history.BranchSummary;
import dev.backstep.training.history.SavedRun;
import dev.backstep.training.session.Notice;
import dev.backstep.ui.common.Notices;
import dev.backstep.ui.run.RunState;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.words.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The session in a file: saved, opened, and whether there is something that is not saved. A run is
 * captured on the training thread between two updates and written on a thread for files.
 */
public final class SessionFiles {
  private final Texts texts;
  private final Notices notices;
  private final SessionViewModel session;
  private final SessionView view;
  private final SessionWriter writer;
  private final Autosave autosave;
  private final EarlierRuns earlier;

  private final List<SessionReading> asked = new ArrayList<>();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();

  /** The state of the run that is open, and the view of it when another was asked for. */
  private RunState open = RunState.begun("");

  private Session.View left;

  public SessionFiles(Texts texts, SessionViewModel session, SessionView view, Notices notices) {
    this.texts = texts;
    this.session = session;
    this.view = view;
    this.notices = notices;
    left = view.now();
    writer = new SessionWriter(session, view);
    autosave = new Autosave(this, texts, session, notices);
    EarlierStore store = new EarlierStore(this, autosave, this::tellDropped);
    earlier = new EarlierRuns(texts, session, store);
    autosave.setEarlier(earlier, store);
    session.dataProperty().addListener((property, before, now) -> onData(before, now));
    session.revisionProperty().addListener(observable -> look());
    session.setLeaving(this::leave);
    look();
  }

  private void tellDropped(EarlierRun run) {
    notices.tell(new Notice(false, texts.of("files.earlier.dropped", run.words(texts))));
  }

  /** Lets another run take the place of the one that is open, once that was answered. */
  void leave(Runnable replacement) {
    earlier.leave(
        open,
        unsaved.get(),
        () -> {
          left = view.now();
          replacement.run();
        });
  }

  /** Opens a session; what was open stays if it is refused. */
  public void open(Path where) {
    SessionReading reading = new SessionReading(where, true);
    asked.add(reading);
    session.open(reading);
  }

  /** Opens one that the program kept, where it was asked before whether the run may make way. */
  void openAtOnce(SessionReading reading) {
    asked.add(reading);
    left = view.now();
    session.openAtOnce(reading);
  }

  private void onData(@Nullable TrainingData before, TrainingData data) {
    RunState leaving = open;
    SessionReading reading =
        asked.stream().filter(each -> each.isSourceOf(data)).findFirst().orElse(null);
    autosave.onOpened(reading == null ? null : reading.file());
    EarlierRun back = earlier.onOpened(data, before, left, leaving);
    if (back != null) {
      open = back.state();
      // Who brings a run back stays on the screen where that was asked for.
      view.restore(view.onThisScreen(Objects.requireNonNull(back.view())));
    } else if (reading != null) {
      asked.subList(0, asked.indexOf(reading) + 1).clear();
      open = state(reading, data);
      view.restore(reading.view());
    } else {
      open = RunState.begun(data.corpus().name());
    }
  }

  private RunState state(SessionReading reading, TrainingData data) {
    return reading.isSaved()
        ? RunState.in(reading.file(), content(), nameOf(reading.file()), Double.NaN)
        : RunState.unknown(data.corpus().name());
  }

  private List<BranchSummary.Content> content() {
    return session.run().branches().content();
  }

  private void look() {
    unsaved.set(session.run().branches().updatesMade() > 0 && !content().equals(open.saved()));
    String program = texts.of("common.app-name");
    String name = name();
    title.set(
        name.isEmpty()
            ? program
            : texts.of(unsaved.get() ? "files.title.unsaved" : "files.title", name, program));
  }

  /** The name of the session: that of its file, or else of the text; empty before there is one. */
  public String name() {
    TrainingData data = session.dataProperty().get();
    return open.file() != null ? nameOf(open.file()) : data == null ? "" : data.corpus().name();
  }

  private static String nameOf(Path path) {
    String name = path.getFileName().toString();
    return name.endsWith(SessionFile.ENDING)
        ? name.substring(0, name.length() - SessionFile.ENDING.length())
        : name;
  }

  /**
   * Saves the session.
   *
   * @param done what to do when it is in the file
   */
  public void save(Path where, Runnable done) {
    writer.write(
        whole -> SessionFile.write(where, whole),
        run -> {
          if (run.data() == session.dataProperty().get()) {
            open = RunState.in(where, run.content(), nameOf(where), open.seconds());
            look();
            autosave.forget();
          }
          notices.tell(notices.saved(where));
          done.run();
        },
        failure -> notices.tell(notices.notSaved(where, failure)));
  }

  /**
   * Keeps the run as it is now in a file of the program's own; one of the two answers comes with a
   * later pulse.
   */
  void write(Path where, Consumer<SavedRun> done, Consumer<IOException> failed) {
    writer.write(whole -> SessionFile.writePrivate(where, whole), done, failed);
  }

  /** Hands over the session as it is now, on the thread for files. */
  void capture(Consumer<Session> receiver) {
    writer.capture(receiver);
  }

  /** Does something on the thread for files, and with a later pulse what comes of it. */
  void later(Supplier<Runnable> work) {
    writer.later(work);
  }

  /** Lets time pass. */
  public void tick(double seconds) {
    writer.tick(seconds);
    if (session.isRunning()) {
      open = open.trainedOn(seconds);
    }
    view.lookWhetherShown();
    autosave.tick(seconds);
  }

  /** The file in which the session was saved or from which it was opened; null if there is none. */
  public @Nullable Path file() {
    return open.file();
  }

  /** A name for the file of a session that has none. */
  public String suggestedName() {
    TrainingData data = session.dataProperty().get();
    String name = data == null ? "run" : data.corpus().name();
    int dot = name.lastIndexOf('.');
    String withoutEnding = dot > 0 ? name.substring(0, dot) : name;
    // The name of the text may have come with a session from somewhere else.
    return withoutEnding.replaceAll("[/\\\\:\\p{Cntrl}]", "-") + SessionFile.ENDING;
  }

  /** The automatic saving of what the user did not save. */
  public Autosave autosave() {
    return autosave;
  }

  /** The runs that others took the place of. */
  public EarlierRuns earlier() {
    return earlier;
  }

  /** True while there are updates that are in no file that the user knows of. */
  public ReadOnlyBooleanProperty unsavedProperty() {
    return unsaved.getReadOnlyProperty();
  }

  /** True while a file is written that takes long enough to be noticed. */
  public ReadOnlyBooleanProperty savingProperty() {
    return writer.savingProperty();
  }

  /** The title of the window. */
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** Keeps what is not saved when the program is told to end; it may be called on any thread. */
  public void endAsTold() {
    autosave.endAsTold();
  }

  /** Ends the thread for files after what it was asked for. */
  public void close() {
    autosave.end();
    writer.close();
  }
}
