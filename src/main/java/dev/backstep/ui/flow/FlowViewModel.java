package dev.backstep.ui.flow;

import dev.backstep.model.Truncation;
import dev.backstep.net.Cell;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import dev.backstep.trace.flow.CopyChange;
import dev.backstep.trace.flow.FlowTriangle;
import dev.backstep.trace.flow.LossFlow;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.step.StepSource;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.ui.time.TimeAxis;
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
  /** A sequence, and how the net is changed that goes through it. */
  private record Wanted(Trace trace, CopyChange change) {}

  private final StepViewModel step;
  private final StepSource source;
  private final LossVisit visit;
  private final ObjectProperty<Screen> screen;
  private final FlowCursor cursor;
  private final FlowAsides asides = new FlowAsides();
  private final LatestAnswer<Wanted, Trace> copies =
      new LatestAnswer<>(wanted -> wanted.change().of(wanted.trace()));
  private final ReadOnlyObjectWrapper<Trace> trace = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
  private final ObjectProperty<CopyChange> change = new SimpleObjectProperty<>(CopyChange.NOTHING);
  private final ObjectProperty<Vector> state = new SimpleObjectProperty<>(Cell.H);
  private final ObjectProperty<Truncation> truncation = new SimpleObjectProperty<>(Truncation.NONE);
  private @Nullable TriangleWork work;
  private FlowRange range = new FlowRange(-3, 1);
  private @Nullable FlowRange least;

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
    cursor = new FlowCursor(step);
    step.traceProperty().addListener(observable -> ask());
    step.momentProperty().addListener(observable -> follow());
    screen.addListener(observable -> onScreen());
    change.addListener(observable -> ask());
    state.addListener(observable -> onState());
    truncation.addListener(observable -> onTruncation());
    cursor.pointedProperty().addListener(observable -> askForPair());
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
    cursor.pointedProperty().set(null);
    if (shown != null) {
      if (!shown.net().states().contains(state.get())) {
        state.set(Cell.H);
      }
      cursor.standOn(trace.get(), shown);
      work = new TriangleWork(shown, lossProperty().get());
    }
    asides.askForSpectra(shown);
    asides.askForCut(shown, truncation.get());
    trace.set(shown);
    askAside();
    tell();
  }

  private void follow() {
    Trace shown = trace.get();
    boolean isFollowed = shown != null && isShown() && step.traceProperty().get() != null;
    if (isFollowed && cursor.follow(shown)) {
      if (work != null) {
        work.want(lossProperty().get());
      }
      askAside();
      tell();
    }
  }

  private void askAside() {
    askForPair();
    asides.askForPaths(trace.get(), lossProperty().get(), state.get());
  }

  private void askForPair() {
    asides.askForPair(trace.get(), pair());
  }

  private void onTruncation() {
    asides.askForCut(trace.get(), truncation.get());
    tell();
  }

  private void onState() {
    askAside();
    tell();
  }

  private void tell() {
    if (work != null) {
      FlowRange own = FlowRange.of(work.triangle(), state.get());
      range = least == null ? own : own.with(least);
    }
    revision.set(revision.get() + 1);
  }

  /** Takes what is finished; called once a pulse. */
  public void poll() {
    if (!isShown()) {
      return;
    }
    copies.poll().ifPresent(this::show);
    boolean isMoreAside = asides.poll();
    boolean isMore = work != null && work.hasMore();
    if (isMoreAside || isMore) {
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
      cursor.goTo(shown, timestep);
      follow();
    }
  }

  /** Moves the earlier state of the pair: farther back by 1, or nearer by −1. */
  void goBack(int by) {
    cursor.goBack(by);
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
    return cursor.pair();
  }

  /** The row of the loss under the cursor, where it is computed. */
  Optional<LossFlow> row() {
    return row(lossProperty().get());
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

  /**
   * Shows at least the decades from 10^low to 10^high, so that two nets have the same axes.
   *
   * @param high more than {@code low}
   */
  public void showDecades(int low, int high) {
    least = new FlowRange(low, high);
    tell();
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
    return copies.isBusy() || asides.isBusy() || isComputingRows();
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

  /** What is told beside the triangle. */
  FlowAsides asides() {
    return asides;
  }

  /** The sequence as the net, or the copy of it, goes through it; null before there is any. */
  public ReadOnlyObjectProperty<Trace> traceProperty() {
    return trace.getReadOnlyProperty();
  }

  /** s, the loss that is looked at: where the cursor of Step stands. */
  public ReadOnlyObjectProperty<Integer> lossProperty() {
    return cursor.lossProperty();
  }

  /** Another number at every change of what there is to draw. */
  ReadOnlyLongProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  ObjectProperty<CopyChange> changeProperty() {
    return change;
  }

  /** What is veiled of the triangle: what truncation would throw away. */
  ObjectProperty<Truncation> truncationProperty() {
    return truncation;
  }

  /** The state whose gradient is looked at: h, or c of an LSTM. */
  public ObjectProperty<Vector> stateProperty() {
    return state;
  }

  /** The loss and the state of the square that is pointed at; null for none. */
  ObjectProperty<StatePair> pointedProperty() {
    return cursor.pointedProperty();
  }
}
