package dev.backstep.ui.flow;

import dev.backstep.net.Cell;
import dev.backstep.net.Net;
import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import dev.backstep.net.Weight;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Trace;
import dev.backstep.trace.flow.CopyChange;
import dev.backstep.trace.flow.FlowTriangle;
import dev.backstep.trace.flow.LossFlow;
import dev.backstep.trace.flow.Spectrum;
import dev.backstep.trace.flow.StateJacobian;
import dev.backstep.trace.flow.StatePropagation;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.step.StepSource;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.ui.time.TimeAxis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * How far the gradient of the loss under the cursor of Step reaches back in the sequence of Step,
 * or of a copy of its net. All is computed on other threads, and {@link #poll} takes it.
 */
public final class FlowViewModel {
  /** How many letters back the earlier state of the pair is, at first. */
  private static final int USUAL_BACK = 4;

  /** A sequence, and how the net is changed that goes through it. */
  private record Wanted(Trace trace, CopyChange change) {}

  private record PairOf(Trace trace, StatePair pair) {}

  /** The eigenvalues of a recurrent weight; empty where there are none to be had. */
  record SpectrumOf(Weight weight, Optional<Spectrum> spectrum) {}

  /** The singular values of a pair from the largest; empty where there are none to be had. */
  record PairValues(StatePair pair, Optional<double[]> values) {}

  private final StepViewModel step;
  private final StepSource source;
  private final LossVisit visit;
  private final ObjectProperty<Screen> screen;

  private final LatestAnswer<Wanted, Trace> copies =
      new LatestAnswer<>(wanted -> wanted.change().of(wanted.trace()));
  private final LatestAnswer<Trace, List<SpectrumOf>> spectra =
      new LatestAnswer<>(FlowViewModel::spectra);
  private final LatestAnswer<PairOf, PairValues> pairs = new LatestAnswer<>(this::values);

  /** The cells of the last pair, which the next one is mostly of too; of the thread of pairs. */
  private @Nullable Trace cellsOf;

  private @Nullable StatePropagation cells;

  private @Nullable TriangleWork work;
  private final ReadOnlyObjectWrapper<Trace> trace = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Integer> loss = new ReadOnlyObjectWrapper<>(0);
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
  private final ReadOnlyObjectWrapper<List<SpectrumOf>> spectrum =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<PairValues> pairValues = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<CopyChange> change = new SimpleObjectProperty<>(CopyChange.NOTHING);
  private final ObjectProperty<Vector> state = new SimpleObjectProperty<>(Cell.H);
  private final ObjectProperty<StatePair> pointed = new SimpleObjectProperty<>();
  private FlowRange range = new FlowRange(-3, 1);
  private int back = USUAL_BACK;

  /** Whether the cursor was moved here since the sequence was shown. */
  private boolean hasMoved;

  /**
   * @param visit what a square is shown on Step by
   * @param screen the screen that is shown, and others to go to
   */
  public FlowViewModel(
      StepViewModel step, StepSource source, LossVisit visit, ObjectProperty<Screen> screen) {
    this.step = step;
    this.source = source;
    this.visit = visit;
    this.screen = screen;
    step.traceProperty().addListener(observable -> ask());
    step.momentProperty().addListener(observable -> follow());
    screen.addListener(observable -> onScreen());
    change.addListener(observable -> ask());
    state.addListener(observable -> tell());
    pointed.addListener(observable -> askForPair());
  }

  private boolean isShown() {
    return FlowScreen.ID.equals(screen.get());
  }

  private void onScreen() {
    if (isShown()) {
      source.catchUp();
      follow();
      ask();
    } else {
      stop();
    }
  }

  /** Ends what is being computed; it is begun again when the screen is shown. */
  void stop() {
    if (work != null && work.isBusy()) {
      work.cancel();
      work = null;
      trace.set(null);
      copies.forget();
    }
  }

  private void ask() {
    Trace now = step.traceProperty().get();
    if (!isShown()) {
      return;
    }
    if (now == null) {
      copies.forget();
      show(null);
    } else if (change.get().isNothing()) {
      copies.forget();
      show(now);
    } else {
      copies.ask(new Wanted(now, change.get()));
    }
  }

  private void show(@Nullable Trace shown) {
    if (shown == trace.get() && (shown == null || work != null)) {
      return;
    }
    if (work != null) {
      work.cancel();
    }
    work = null;
    pointed.set(null);
    if (shown != null) {
      hasMoved &= isAsLong(trace.get(), shown);
      if (!shown.net().states().contains(state.get())) {
        state.set(Cell.H);
      }
      loss.set(lossAtCursor(shown));
      work = new TriangleWork(shown, loss.get());
      spectra.ask(shown);
    } else {
      spectra.forget();
      spectrum.set(List.of());
    }
    trace.set(shown);
    askForPair();
    tell();
  }

  /** Where nothing is chosen yet, at the very beginning and at the update, the last loss. */
  private int lossAtCursor(Trace of) {
    Moment moment = step.momentProperty().get();
    boolean isUntouched = !hasMoved && step.placeProperty().get() == 0;
    return moment == null || moment.phase() == Phase.UPDATE || isUntouched
        ? of.length() - 1
        : Math.max(0, Math.min(of.length() - 1, moment.timestep()));
  }

  private static boolean isAsLong(@Nullable Trace before, Trace now) {
    return before != null && before.length() == now.length();
  }

  private void follow() {
    Trace shown = trace.get();
    if (shown == null || !isShown() || step.traceProperty().get() == null) {
      return;
    }
    int now = lossAtCursor(shown);
    if (now != loss.get()) {
      loss.set(now);
      if (work != null) {
        work.want(now);
      }
      askForPair();
      tell();
    }
  }

  private void askForPair() {
    Trace shown = trace.get();
    if (shown == null) {
      pairs.forget();
      pairValues.set(null);
    } else {
      pairs.ask(new PairOf(shown, pair()));
    }
  }

  private void tell() {
    if (work != null) {
      range = FlowRange.of(work.triangle(), state.get());
    }
    revision.set(revision.get() + 1);
  }

  private static List<SpectrumOf> spectra(Trace of) {
    List<SpectrumOf> all = new ArrayList<>();
    for (Weight weight : of.net().recurrentWeights()) {
      all.add(new SpectrumOf(weight, Spectrum.of(of.example().weights().get(weight.name()))));
    }
    return List.copyOf(all);
  }

  private PairValues values(PairOf of) {
    if (cellsOf != of.trace() || cells == null) {
      cellsOf = of.trace();
      cells = new StatePropagation(of.trace().example());
    }
    StatePair pair = of.pair();
    return new PairValues(pair, StateJacobian.singularValues(cells, pair.later(), pair.earlier()));
  }

  /** Takes what is finished; called once a pulse. */
  public void poll() {
    if (!isShown()) {
      return;
    }
    copies.poll().ifPresent(this::show);
    spectra.poll().ifPresent(spectrum::set);
    pairs.poll().ifPresent(pairValues::set);
    if (work != null && work.hasMore()) {
      tell();
    }
    if (work != null && !work.isBusy() && !copies.isBusy()) {
      // While training goes on, the newest numbers come when those before are there.
      source.catchUp();
    }
  }

  /** Moves the cursor, which is that of Step. */
  void goTo(int timestep) {
    Trace shown = trace.get();
    if (shown != null) {
      hasMoved = true;
      step.goToTimestep(Math.max(0, Math.min(shown.length() - 1, timestep)));
      follow();
    }
  }

  /** Moves the earlier state of the pair: farther back by 1, or nearer by −1. */
  void goBack(int by) {
    back = Math.max(0, Math.min(loss.get(), loss.get() - pair().earlier() + by));
    askForPair();
    tell();
  }

  /** Shows a square of the triangle on Step, with its loss alone. */
  void showInStep(StatePair square) {
    Trace shown = trace.get();
    if (shown != null && square.later() < shown.length()) {
      visit.enter(
          new LossVisit.Visit(shown, !change.get().isNothing(), square, stateOf(shown.net())));
    }
  }

  private Vector stateOf(Net net) {
    return net.states().contains(state.get()) ? state.get() : Cell.H;
  }

  /** The pair of states that is pointed at, or else that of the cursor and some letters back. */
  StatePair pair() {
    StatePair at = pointed.get();
    return at == null ? new StatePair(loss.get(), Math.max(0, loss.get() - back)) : at;
  }

  /** The row of the loss under the cursor, where it is computed. */
  Optional<LossFlow> row() {
    return row(loss.get());
  }

  /** The row of a loss, where it is computed. */
  Optional<LossFlow> row(int of) {
    return work == null || of >= work.triangle().length()
        ? Optional.empty()
        : work.triangle().row(of);
  }

  /** The decades of all rows that are computed. */
  FlowRange range() {
    return range;
  }

  /** Whether the rows of all losses are computed in the end. */
  boolean isOfAllLosses() {
    return work == null || work.isOfAllLosses();
  }

  /** By how much Σ_s ∂L_s/∂h_t differs from dh; NaN before all rows are there. */
  double difference() {
    return work == null ? Double.NaN : work.triangle().largestDifference();
  }

  /** Whether something is still being computed. */
  public boolean isBusy() {
    return copies.isBusy() || spectra.isBusy() || pairs.isBusy() || isComputingRows();
  }

  /** Whether rows of the triangle are still to come. */
  boolean isComputingRows() {
    return work != null && work.isBusy();
  }

  /** The triangle as it is at present; empty where there is no sequence. */
  Optional<FlowTriangle> triangle() {
    return Optional.ofNullable(work).map(TriangleWork::triangle);
  }

  /** The columns of Step. */
  TimeAxis axisOfStep() {
    return step.axis();
  }

  /** Brings the run back; whether a copy was shown. */
  boolean endCopy() {
    boolean isOne = !change.get().isNothing();
    change.set(CopyChange.NOTHING);
    return isOne;
  }

  /** The sequence as the net, or the copy of it, goes through it; null before there is any. */
  ReadOnlyObjectProperty<Trace> traceProperty() {
    return trace.getReadOnlyProperty();
  }

  /** s, the loss that is looked at: where the cursor of Step stands. */
  ReadOnlyObjectProperty<Integer> lossProperty() {
    return loss.getReadOnlyProperty();
  }

  /** Another number at every change of what there is to draw. */
  ReadOnlyLongProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /** Of every recurrent weight; empty before they are known. */
  ReadOnlyObjectProperty<List<SpectrumOf>> spectrumProperty() {
    return spectrum.getReadOnlyProperty();
  }

  /** Of the last pair of which they are known; null before there is any. */
  ReadOnlyObjectProperty<PairValues> pairValuesProperty() {
    return pairValues.getReadOnlyProperty();
  }

  ObjectProperty<CopyChange> changeProperty() {
    return change;
  }

  /** The state whose gradient is looked at: h, or c of an LSTM. */
  ObjectProperty<Vector> stateProperty() {
    return state;
  }

  /** The loss and the state of the square that is pointed at; null for none. */
  ObjectProperty<StatePair> pointedProperty() {
    return pointed;
  }
}
