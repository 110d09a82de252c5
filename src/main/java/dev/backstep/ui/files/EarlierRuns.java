package dev.backstep.ui.files;

import dev.backstep.io.session.Session;
import dev.backstep.math.Numbers;
import dev.backstep.training.TrainingData;
import dev.backstep.training.history.SavedRun;
import dev.backstep.ui.run.RunState;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.words.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The runs that others took the place of, whatever was done for it, in the order in which undo
 * brings them back; and those that redo brings back. A run that is brought back changes places with
 * the one that is open, so none is ever lost by going back and forth.
 */
public final class EarlierRuns {
  private final Texts texts;
  private final SessionViewModel session;
  private final EarlierStore store;
  private final ObservableList<EarlierRun> before = FXCollections.observableArrayList();
  private final ObservableList<EarlierRun> after = FXCollections.observableArrayList();

  /** Kept here, for what only listens to a list does not keep it. */
  private final ObservableList<EarlierRun> shownBefore =
      FXCollections.unmodifiableObservableList(before);

  private final ObservableList<EarlierRun> shownAfter =
      FXCollections.unmodifiableObservableList(after);

  private final ReadOnlyStringWrapper offer = new ReadOnlyStringWrapper("");

  /** The runs that the training thread handed over since the last answer. */
  private final Queue<SavedRun> replaced = new ConcurrentLinkedQueue<>();

  private @Nullable EarlierRun asked;
  private BiConsumer<String, Runnable> question = (words, yes) -> yes.run();

  EarlierRuns(Texts texts, SessionViewModel session, EarlierStore store) {
    this.texts = texts;
    this.session = session;
    this.store = store;
    session.onReplaced(runs -> replaced.add(runs.get(0)));
  }

  /** Says how it is asked whether a long run may make way for another. */
  public void setQuestion(BiConsumer<String, Runnable> asking) {
    question = asking;
  }

  /**
   * Lets another run take the place of the one that is open; one that has more than a minute of
   * training that is in no file only once that was answered.
   */
  void leave(RunState open, boolean isUnsaved, Runnable replacement) {
    if (isUnsaved && open.isLong()) {
      question.accept(words(open), replacement);
    } else {
      replacement.run();
    }
  }

  private String words(RunState open) {
    String updates = Numbers.grouped(session.run().progressProperty().get().updates());
    String trained = open.trained(texts);
    return trained.isEmpty()
        ? texts.of("files.earlier.ask", open.name(), updates)
        : texts.of("files.earlier.ask.trained", open.name(), updates, trained);
  }

  /**
   * Notes that another run is open.
   *
   * @param view what was shown of the one before
   * @param left what is known of that
   * @return the one that was brought back; null if the one that is open is none of these
   */
  @Nullable EarlierRun onOpened(
      TrainingData now, @Nullable TrainingData dataBefore, Session.View view, RunState left) {
    EarlierRun back = asked != null && asked.isSourceOf(now) ? asked : null;
    List<EarlierRun> gone = new ArrayList<>();
    for (SavedRun run = replaced.poll(); run != null; run = replaced.poll()) {
      if (run.updatesMade() > 0 || back != null) {
        // What was opened and made way at once was never seen.
        RunState state =
            run.data() == dataBefore ? left : RunState.unknown(run.data().corpus().name());
        gone.add(new EarlierRun(run, view, state, Instant.now()));
      }
    }
    asked = null;
    if (back != null) {
      changePlaces(back, gone);
    } else {
      putBefore(gone);
    }
    gone.forEach(store::keep);
    store.makeRoom(before, after);
    return back;
  }

  /** Nothing is ahead of a run that has just begun; what was is before it. */
  private void putBefore(List<EarlierRun> gone) {
    after.removeIf(run -> run.made() == 0);
    List<EarlierRun> ahead = new ArrayList<>(after);
    Collections.reverse(ahead);
    after.clear();
    before.addAll(ahead);
    before.addAll(gone);
    // Where nothing was trained since, it is still the run before that may be missed.
    if (!gone.isEmpty()) {
      offer.set(texts.of("files.earlier.offer", gone.get(gone.size() - 1).shortWords(texts)));
    }
  }

  private void changePlaces(EarlierRun back, List<EarlierRun> gone) {
    int undone = before.indexOf(back);
    if (undone >= 0) {
      List<EarlierRun> passed = List.copyOf(before.subList(undone + 1, before.size()));
      before.remove(undone, before.size());
      after.addAll(0, gone);
      after.addAll(0, passed);
    } else {
      int redone = after.indexOf(back);
      List<EarlierRun> passed = List.copyOf(after.subList(0, redone));
      after.remove(0, redone + 1);
      before.addAll(gone);
      before.addAll(passed);
    }
    offer.set("");
    store.opened(back::file);
  }

  /** Says how many bytes earlier runs may take from now on, in memory and on the disk. */
  void allow(long inMemory, long onDisk) {
    store.allow(inMemory, onDisk);
  }

  /** Runs that a window left which ended unexpectedly: the oldest of all. */
  void add(List<EarlierRun> left) {
    before.addAll(0, left);
  }

  /** Brings the run back that was open before. */
  public void undo() {
    if (!before.isEmpty()) {
      bringBack(before.get(before.size() - 1));
    }
  }

  /** Brings the run back that was open before the last undo. */
  public void redo() {
    if (!after.isEmpty()) {
      bringBack(after.get(0));
    }
  }

  /** Brings one of the runs back; the one that is open takes its place. */
  public void bringBack(EarlierRun run) {
    if (!session.busyProperty().get()) {
      asked = run;
      session.openAtOnce(run);
    }
  }

  /** Says no more that a run can be brought back; it still can. */
  public void dismiss() {
    offer.set("");
  }

  /** The number of runs that were trained and are in no file of the user's. */
  public long unsaved() {
    return Stream.concat(before.stream(), after.stream()).filter(EarlierRun::isUnsaved).count();
  }

  /** The runs that undo brings back, the next last. */
  public ObservableList<EarlierRun> before() {
    return shownBefore;
  }

  /** The runs that redo brings back, the next first. */
  public ObservableList<EarlierRun> after() {
    return shownAfter;
  }

  /** A run in words: its name, its updates, how long it was trained and when it made way. */
  public String describe(EarlierRun run) {
    return run.words(texts);
  }

  /** The name of a run and its updates. */
  public String name(EarlierRun run) {
    return run.shortWords(texts);
  }

  /** The run that has just made way, in a sentence; empty if none has. */
  public ReadOnlyStringProperty offerProperty() {
    return offer.getReadOnlyProperty();
  }
}
