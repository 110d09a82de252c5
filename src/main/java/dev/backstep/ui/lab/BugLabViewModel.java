package dev.backstep.ui.lab;

import dev.backstep.fault.Fault;
import dev.backstep.fault.evidence.CheckedQuantity;
import dev.backstep.fault.evidence.FaultEffect;
import dev.backstep.fault.evidence.Signature;
import dev.backstep.net.Net;
import dev.backstep.trace.Trace;
import dev.backstep.training.TrainingData;
import dev.backstep.training.session.TrainingState;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.labbatch.BatchLabViewModel;
import dev.backstep.ui.parts.SharedCursor;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.words.Texts;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * The Bug lab: one fault, what it does to the numbers of the run that is open (or to better
 * evidence), and how a run with it learns beside a right one.
 */
public final class BugLabViewModel {
  /** The seed of better evidence outside the quiz. */
  private static final long SEED = 1;

  private final SessionViewModel session;
  private final ObservableValue<Screen> screen;
  private final LabPair pair;
  private final LabBench bench = new LabBench();
  private final Prediction prediction = new Prediction();
  private final FaultChoice faults = new FaultChoice();
  private final LabEvidence evidence = new LabEvidence();
  private final HiddenFault hidden =
      new HiddenFault(bench, evidence, () -> faults.chosenProperty().get());
  private final BatchLabViewModel batches = new BatchLabViewModel();
  private final SharedCursor cursor = new SharedCursor();
  private final ObjectProperty<LabMode> mode = new SimpleObjectProperty<>(LabMode.LOOK);
  private final ObjectProperty<CheckedQuantity> row =
      new SimpleObjectProperty<>(CheckedQuantity.DH_PREV);

  public BugLabViewModel(
      Texts texts,
      SessionViewModel session,
      SessionViewModel pair,
      ObservableValue<Screen> screen) {
    this.session = session;
    this.screen = screen;
    this.pair = new LabPair(texts, pair);
    this.pair.onBack(this::onBack);
    session.run().traceProperty().addListener(observable -> prepare());
    session.stateProperty().addListener(observable -> prepare());
    session.dataProperty().addListener(observable -> prepare());
    screen.addListener(observable -> prepare());
    faults.chosenProperty().addListener(observable -> onFault());
    mode.addListener((property, before, now) -> onMode(now));
    // Not a change listener: those come after the views, which need the cursor within the sequence.
    bench.examinationProperty().addListener(observable -> onExamined(shownExamination()));
  }

  /** While training runs the numbers of the run change too fast to be looked at. */
  private boolean isReady() {
    return screen.getValue() == BugLabScreen.ID
        && session.dataProperty().get() != null
        && session.run().traceProperty().get() != null
        && session.stateProperty().get() != TrainingState.RUNNING;
  }

  private void prepare() {
    if (!isReady()) {
      return;
    }
    Trace trace = session.run().traceProperty().get();
    if (faults.follow(trace.net())) {
      onOtherNet();
    }
    long seed = quiz().isRunning() ? quiz().seed() : SEED;
    if (evidence.follow(trace, data(), seed)) {
      examine();
    }
    batches.follow(trace, data());
    preparePair();
  }

  /** Ends looking at what need not be there in this net. */
  private void onOtherNet() {
    hidden.end();
    prediction.clear();
    row.set(CheckedQuantity.DH_PREV);
  }

  private void preparePair() {
    pair.prepare(data(), session.run().settingsProperty().get(), shownFault(), isHidden());
  }

  /** The fault of a pair that is back is looked at; a quiz goes on with its own. */
  private void onBack(Fault ofPair) {
    if (!quiz().isRunning() && faults.listedProperty().get().contains(ofPair)) {
      faults.chosenProperty().set(ofPair);
    }
  }

  private TrainingData data() {
    return session.dataProperty().get();
  }

  private void examine() {
    bench.examine(shownFault(), Objects.requireNonNull(evidence.specimen(), "no run"));
  }

  private void onFault() {
    batches.chosenProperty().set(null);
    if (!quiz().isRunning() && faults.chosenProperty().get() != null) {
      prediction.clear();
      ask();
    }
  }

  /** Shows another fault, on the numbers that are there. */
  private void ask() {
    if (isReady() && evidence.isOf(session.run().traceProperty().get())) {
      examine();
      preparePair();
    }
  }

  /** Faults of batches are there to be looked at. */
  private void onMode(LabMode now) {
    batches.chosenProperty().set(null);
    prediction.clear();
    if (quiz().isRunning()) {
      hidden.leave();
    } else if (now == LabMode.QUIZ) {
      hidden.resume();
    }
    prepare();
  }

  /** Puts the cursor where the first wrong number is computed. */
  private void onExamined(FaultEffect now) {
    cursor.setLength(now.right().length());
    if (mode.get() == LabMode.LOOK) {
      now.signature().firstWrong(FaultEffect.TOLERANCE).ifPresent(this::goTo);
    }
  }

  private void goTo(Signature.Place place) {
    goTo(place.judged(), place.timestep());
  }

  /** Looks at one number of one cell. */
  public void goTo(CheckedQuantity checked, int timestep) {
    row.set(checked);
    cursor.goTo(timestep);
  }

  /** Takes better numbers than those of the run. */
  public void takeBetterEvidence() {
    Set<BetterEvidence> wanted = EnumSet.copyOf(offeredEvidence());
    wanted.addAll(evidence.takenProperty().get());
    take(wanted);
  }

  /**
   * The better evidence that is offered. Before it is revealed, that tells nothing of the fault.
   */
  public Set<BetterEvidence> offeredEvidence() {
    FaultEffect shown = shownExamination();
    return evidence.offered(shown, !isCovered() && shown.isUnseen());
  }

  /** Goes back to the numbers of the run. */
  public void takeOwnEvidence() {
    take(Set.of());
  }

  private void take(Set<BetterEvidence> wanted) {
    evidence.take(wanted);
    prediction.clear();
    prepare();
  }

  /** Shows what the prediction covered, and gives it its points. */
  public void reveal() {
    if (examination() != null) {
      prediction.reveal(examination());
      examination().signature().firstWrong(FaultEffect.TOLERANCE).ifPresent(this::goTo);
    }
  }

  /** Begins a quiz; the same seed has the same faults and the same numbers. */
  public void startQuiz(long seed) {
    hidden.start(seed, faults.listedProperty().get());
    prediction.clear();
    prepare();
  }

  /** Says which fault it is: the one that is chosen in the list. A later poll has the answer. */
  public void name() {
    if (examination() != null) {
      hidden.name(shownExamination());
    }
  }

  /** On to the next hidden fault. */
  public void nextRound() {
    quiz().next();
    ask();
  }

  /** The fault whose numbers are shown: the hidden one while the quiz asks for it. */
  public Fault shownFault() {
    return hidden.shown();
  }

  /** Whether what the check says must not be seen yet. */
  public boolean isCovered() {
    return mode.get() == LabMode.PREDICT && prediction.outcomeProperty().get() == null;
  }

  /** Whether it must not be seen which fault it is. */
  public boolean isHidden() {
    return hidden.isHidden();
  }

  /** The right trace of what is looked at; null before there is any. */
  public @Nullable Trace rightTrace() {
    return examination() == null ? null : examination().right();
  }

  private FaultEffect shownExamination() {
    return Objects.requireNonNull(examination(), "nothing was examined");
  }

  private @Nullable FaultEffect examination() {
    return bench.examinationProperty().get();
  }

  /** Takes what the other threads have to tell; called once a pulse. */
  public void poll() {
    pair.session().poll();
    bench.poll();
    batches.poll();
  }

  /** The fault that is chosen in the list. */
  public ObjectProperty<Fault> faultProperty() {
    return faults.chosenProperty();
  }

  public ObjectProperty<LabMode> modeProperty() {
    return mode;
  }

  /** Whose row of the grid is looked at. */
  public ReadOnlyObjectProperty<CheckedQuantity> rowProperty() {
    return row;
  }

  /** The net of the run. */
  public Net net() {
    return faults.net();
  }

  /** The faults that there are of the net of the run, group by group. */
  public ReadOnlyObjectProperty<List<Fault>> faultsProperty() {
    return faults.listedProperty();
  }

  /** The timestep that is looked at. */
  public SharedCursor cursor() {
    return cursor;
  }

  public LabEvidence evidence() {
    return evidence;
  }

  /** The faults of batches, one of which may stand in the place of one of the cell. */
  public BatchLabViewModel batches() {
    return batches;
  }

  public LabBench bench() {
    return bench;
  }

  public LabPair pair() {
    return pair;
  }

  public Prediction prediction() {
    return prediction;
  }

  public Quiz quiz() {
    return hidden.quiz();
  }
}
