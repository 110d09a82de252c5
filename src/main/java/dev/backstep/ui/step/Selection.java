package dev.backstep.ui.step;

import dev.backstep.net.Cell;
import dev.backstep.net.Phase;
import dev.backstep.net.Rule;
import dev.backstep.net.Vector;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Timeline;
import dev.backstep.trace.Trace;
import dev.backstep.trace.arithmetic.Derivation;
import dev.backstep.trace.arithmetic.Derivations;
import dev.backstep.trace.arithmetic.Subtotal;
import dev.backstep.trace.links.SameUnits;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The one number whose arithmetic is written out. Following a number in it moves the cursor to
 * where that one was computed; back returns, cursor and all.
 */
public final class Selection {
  private static final int REMEMBERED = 100;

  private final StepViewModel step;
  private final ReadOnlyObjectWrapper<Entry> entry = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
  private final Deque<Visit> visits = new ArrayDeque<>();
  private final SameUnits units = new SameUnits();
  private boolean isMoving;

  /** A selected number and the place of the cursor, before another number was followed. */
  private record Visit(Entry entry, Shown shown) {}

  Selection(StepViewModel step) {
    this.step = step;
    step.momentProperty().addListener((property, before, now) -> follow());
    step.timelineProperty().addListener((property, before, now) -> clear());
    entry.addListener((property, before, now) -> units.remember(now));
  }

  /** Selects a number where the cursor stands. */
  public void select(Entry selected) {
    entry.set(selected);
    lightEquation();
  }

  /**
   * Selects a number that an equation of the present step computes: that of the same unit as was
   * selected last, which is followed from one equation to the next. None for no equation.
   */
  void show(@Nullable Rule rule) {
    Trace trace = step.traceProperty().get();
    Entry shown = rule == null || trace == null ? null : units.entry(trace, rule, timestep());
    entry.set(shown);
  }

  private int timestep() {
    return step.momentProperty().get().timestep();
  }

  /** The equation that computes what is selected, if it is one of the present step. */
  private void lightEquation() {
    Rule equation = entry.get() == null ? null : step.traceProperty().get().ruleOf(entry.get());
    Moment moment = step.momentProperty().get();
    if (equation != null && moment != null && equation.phase() == moment.phase()) {
      step.activate(equation);
    }
  }

  /** Puts everything back that is selected and remembered now. */
  Runnable kept() {
    Entry selected = entry.get();
    List<Visit> remembered = List.copyOf(visits);
    return () -> {
      visits.clear();
      visits.addAll(remembered);
      canGoBack.set(!visits.isEmpty());
      select(selected);
    };
  }

  public void clear() {
    visits.clear();
    canGoBack.set(false);
    entry.set(null);
  }

  /** Goes to a number that the selected one was computed from. */
  public void followTo(Entry source) {
    if (entry.get() != null) {
      visits.push(new Visit(entry.get(), step.shownProperty().get()));
      if (visits.size() > REMEMBERED) {
        visits.removeLast();
      }
      canGoBack.set(true);
    }
    int place = placeOf(source);
    if (place == step.placeProperty().get()) {
      select(source);
    } else {
      goTo(source, place);
    }
  }

  /** Selects a number where it is computed. */
  public void goTo(Entry target) {
    goTo(target, placeOf(target));
  }

  /** Returns to where the last number was followed from. */
  public void back() {
    if (!visits.isEmpty()) {
      Visit visit = visits.pop();
      canGoBack.set(!visits.isEmpty());
      isMoving = true;
      step.goBackTo(visit.shown());
      isMoving = false;
      select(visit.entry());
    }
  }

  private void goTo(Entry target, int place) {
    isMoving = true;
    step.goTo(place);
    isMoving = false;
    select(target);
  }

  /** Where on the timeline a number is computed; weights and the like are there all the time. */
  private int placeOf(Entry source) {
    Timeline line = step.timelineProperty().get();
    if (source instanceof Entry.AtUpdate) {
      return line.update();
    }
    if (source.timestep() < 0) {
      return step.placeProperty().get();
    }
    return isForward(source) ? line.forward(source.timestep()) : line.backward(source.timestep());
  }

  private static boolean isForward(Entry source) {
    return source instanceof Entry.OfInput
        || (source instanceof Entry.OfCell cell && cell.quantity().phase() == Phase.FORWARD);
  }

  /** When the cursor is stepped, the same entry of the cell that it comes to is selected. */
  private void follow() {
    if (isMoving || step.momentProperty().get() == null) {
      return;
    }
    int t = step.momentProperty().get().timestep();
    boolean isBackward = step.isComputed(Cell.DH, t);
    if (entry.get() instanceof Entry.OfCell cell) {
      Vector quantity = cell.quantity();
      boolean isThere = step.isComputed(quantity, t) && !isAtUpdate();
      entry.set(isThere ? new Entry.OfCell(quantity, t, cell.index()) : null);
    } else if (entry.get() instanceof Entry.OfShare share) {
      entry.set(
          isBackward ? new Entry.OfShare(share.parameter(), t, share.row(), share.col()) : null);
    } else if (entry.get() instanceof Entry.OfAccumulator sum) {
      entry.set(
          isBackward ? new Entry.OfAccumulator(sum.parameter(), t, sum.row(), sum.col()) : null);
    } else if (entry.get() instanceof Entry.AtUpdate && !isAtUpdate()) {
      entry.set(null);
    }
  }

  private boolean isAtUpdate() {
    return step.momentProperty().get().phase() == Phase.UPDATE;
  }

  /** The derivation of the selected number; null if none is selected or it is given. */
  public @Nullable Derivation derivation() {
    boolean isThere = entry.get() != null && step.traceProperty().get() != null;
    return isThere
        ? new Derivations(step.traceProperty().get(), step.notationProperty().get()).of(entry.get())
        : null;
  }

  /** The values of the summands of the selected number, where they are worth a picture. */
  public List<Subtotal> subtotals() {
    return new Derivations(step.traceProperty().get(), step.notationProperty().get())
        .subtotals(entry.get());
  }

  /** Null if nothing is selected. */
  public ReadOnlyObjectProperty<Entry> entryProperty() {
    return entry.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canGoBackProperty() {
    return canGoBack.getReadOnlyProperty();
  }
}
