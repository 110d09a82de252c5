package dev.backstep.ui.run;

import dev.backstep.model.SamplingSettings;
import dev.backstep.text.Sequence;
import dev.backstep.training.RunSettings;
import dev.backstep.training.TrainingData;
import dev.backstep.training.history.RunSnapshot;
import dev.backstep.training.history.SavedRun;
import dev.backstep.training.session.CorpusSource;
import dev.backstep.training.session.Notice;
import dev.backstep.training.session.SavedRunSource;
import dev.backstep.training.session.Snapshot;
import dev.backstep.training.session.TrainingSession;
import dev.backstep.training.session.TrainingState;
import dev.backstep.ui.common.NoticeBoard;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A training session as the screen knows it. {@link #poll}, called once a pulse, is the one
 * crossing from the training thread to the screen.
 */
public final class SessionViewModel implements NoticeBoard {
  private final TrainingSession session;
  private final List<RunViewModel> runs;
  private final ReadOnlyObjectWrapper<TrainingState> state =
      new ReadOnlyObjectWrapper<>(TrainingState.READY);
  private final ReadOnlyObjectWrapper<TrainingData> data = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyDoubleWrapper charactersPerSecond = new ReadOnlyDoubleWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Snapshot.Replay> replay = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
  private Consumer<Runnable> leaving = Runnable::run;
  private BooleanSupplier starting = () -> true;

  /** Of which the traces are still to be shown; empty if there is none. */
  private List<RunSnapshot> traced = List.of();

  /** A view of a session with a number of runs in lock step. */
  public SessionViewModel(TrainingSession session, int runCount) {
    this.session = session;
    runs = Stream.generate(RunViewModel::new).limit(runCount).toList();
  }

  /**
   * Takes the newest snapshot, if there is one. While training runs its traces wait for {@link
   * #tick} or the next call, so that no pulse has to draw all of it.
   */
  public void poll() {
    tick();
    Snapshot snapshot = session.take();
    if (snapshot != null) {
      accept(snapshot);
    }
  }

  /** Shows the traces that wait. */
  public void tick() {
    List<RunSnapshot> due = traced;
    traced = List.of();
    for (int i = 0; i < due.size(); i++) {
      runs.get(i).acceptTrace(due.get(i));
    }
  }

  /** Whether it trains, as far as was told. */
  public boolean isRunning() {
    return state.get() == TrainingState.RUNNING;
  }

  private void accept(Snapshot snapshot) {
    if (snapshot.data() != data.get()) {
      runs.forEach(RunViewModel::clear);
    }
    for (int i = 0; i < snapshot.runs().size(); i++) {
      runs.get(i).accept(snapshot.runs().get(i));
    }
    boolean isAnswer = snapshot.data() != data.get() || snapshot.notice() != null;
    if (isAnswer) {
      busy.set(false);
      notice.set(snapshot.notice());
    }
    // Before the traces, so that whoever is told of one knows what text it is of.
    data.set(snapshot.data());
    traced = snapshot.runs();
    if (!isRunning() || snapshot.state() != TrainingState.RUNNING) {
      tick();
    }
    charactersPerSecond.set(snapshot.charactersPerSecond());
    replay.set(snapshot.replay());
    state.set(snapshot.state());
    revision.set(revision.get() + 1);
  }

  /** Reads a corpus and begins anew; what was open stays if it is refused. */
  public void open(CorpusSource source, List<RunSettings> settings) {
    leave(() -> openAtOnce(source, settings));
  }

  /** The same, where it was asked before whether what is open may make way. */
  public void openAtOnce(CorpusSource source, List<RunSettings> settings) {
    busy.set(true);
    session.open(source, settings);
  }

  /** Goes on with runs that others took the place of; what is open makes way. */
  public void openAtOnce(List<SavedRun> saved) {
    busy.set(true);
    session.open(saved);
  }

  /** Lets something else take the place of what is open, as soon as it may. */
  public void leave(Runnable replacement) {
    leaving.accept(replacement);
  }

  /** Reads a run that was saved; what was open stays if it is refused. */
  public void open(SavedRunSource source) {
    leave(() -> openAtOnce(source));
  }

  /** The same, where it was asked before whether the run that is open may make way. */
  public void openAtOnce(SavedRunSource source) {
    busy.set(true);
    session.open(source);
  }

  /** Hands over the run as it is between two updates, on the training thread. */
  public void capture(Consumer<SavedRun> receiver) {
    session.capture(receiver);
  }

  /** The decision whether another run may replace the one that is open; it then replaces it. */
  public void setLeaving(Consumer<Runnable> gate) {
    leaving = gate;
  }

  /** Says who is handed the runs whenever others took their place, on the training thread. */
  public void onReplaced(Consumer<List<SavedRun>> receiver) {
    session.onReplaced(receiver);
  }

  /** Says what decides whether training may start. */
  public void setStarting(BooleanSupplier gate) {
    starting = gate;
  }

  /** Begins anew on the same corpus. */
  public void changeSettings(List<RunSettings> settings) {
    leave(() -> session.changeSettings(settings));
  }

  /** Starts or pauses, whichever is possible. */
  public void toggle() {
    if (state.get().canPause()) {
      session.pause();
    } else if (starting.getAsBoolean()) {
      session.start();
    }
  }

  public void pause() {
    session.pause();
  }

  /** Trains to the end of the epoch, then pauses. */
  public void finishEpoch() {
    if (starting.getAsBoolean()) {
      session.finishEpoch();
    }
  }

  /** One update. */
  public void update() {
    if (starting.getAsBoolean()) {
      session.update();
    }
  }

  public void reset() {
    leave(session::reset);
  }

  /** Changes settings of every run from the next update on. */
  public void change(UnaryOperator<RunSettings> difference) {
    session.change(difference);
  }

  /** Goes to an update of a branch with every run, and pauses there. */
  public void goTo(int branch, long update) {
    session.goTo(branch, update);
  }

  /** Stops going to an update; everything is then as it was. */
  public void cancelGoTo() {
    session.cancelGoTo();
  }

  /** Chooses the sequence to look at; null for the one that training sees next. */
  public void choose(@Nullable Sequence sequence) {
    session.choose(sequence);
  }

  /** Chooses the row to look at of the batch that training sees next. */
  public void chooseRow(int row) {
    session.chooseRow(row);
  }

  public void setSampling(SamplingSettings settings) {
    session.setSampling(settings);
  }

  /** Ends the training thread. */
  public void close() {
    session.close();
  }

  /** The first run, which is the only one everywhere but in Compare. */
  public RunViewModel run() {
    return runs.get(0);
  }

  public List<RunViewModel> runs() {
    return runs;
  }

  public ReadOnlyObjectProperty<TrainingState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The data trained on; null before anything was opened. Another object for every new run. */
  public ReadOnlyObjectProperty<TrainingData> dataProperty() {
    return data.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyObjectProperty<Notice> noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /** Tells the user something that the screen itself has done or refused. */
  @Override
  public void tell(Notice told) {
    notice.set(told);
  }

  @Override
  public void dismissNotice() {
    notice.set(null);
  }

  public ReadOnlyDoubleProperty charactersPerSecondProperty() {
    return charactersPerSecond.getReadOnlyProperty();
  }

  /** True from asking for a corpus until it is there or refused. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** The update that is being gone to; null if none is. */
  public ReadOnlyObjectProperty<Snapshot.Replay> replayProperty() {
    return replay.getReadOnlyProperty();
  }

  /** Goes up by one with every snapshot: the sign to draw the curves again. */
  public ReadOnlyLongProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }
}
