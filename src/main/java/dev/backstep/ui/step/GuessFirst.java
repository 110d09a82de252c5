package dev.backstep.ui.step;

import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Guess first: what the present step computes is covered until it is revealed. What was computed in
 * earlier steps is seen, also after going back.
 */
public final class GuessFirst {
  private final StepViewModel step;
  private final BooleanProperty hidden;
  private final ReadOnlyBooleanWrapper covered = new ReadOnlyBooleanWrapper();

  /** The furthest place whose values were seen since they were first covered. */
  private int seen = -1;

  /** Where the cursor was last. */
  private int last;

  public GuessFirst(StepViewModel step, BooleanProperty hidden) {
    this.step = step;
    this.hidden = hidden;
    hidden.addListener((property, before, now) -> coverAgain());
    step.traceProperty().addListener((property, before, now) -> coverAgain());
    // Views listen to the moment too, and later than this.
    step.momentProperty().addListener((property, before, now) -> follow());
  }

  /** Other numbers, or another class: nothing has been seen yet. */
  private void coverAgain() {
    last = place();
    seen = -1;
    follow();
  }

  /** Counts what is stepped over as seen. */
  private void follow() {
    if (place() > last) {
      seen = Math.max(seen, place() - 1);
    }
    last = place();
    covered.set(hidden.get() && step.momentProperty().get() != null && place() > seen);
  }

  private int place() {
    return step.placeProperty().get();
  }

  /** Shows what the present step computes. */
  public void reveal() {
    seen = Math.max(seen, place());
    follow();
  }

  /** Whether both passes of the cell at the cursor were seen, forward and backward. */
  public boolean isCellSeen() {
    if (!hidden.get() || moment() == null) {
      return true;
    }
    Moment now = moment();
    boolean isOfCell = now.phase() == Phase.FORWARD || now.phase() == Phase.BACKWARD;
    Timeline timeline = step.timelineProperty().get();
    int needed = isOfCell ? timeline.backward(now.timestep()) : place();
    return !covered.get() && needed <= Math.max(seen, place());
  }

  /** Whether a quantity of a timestep is computed by the present step and not revealed. */
  public boolean isCovered(Vector quantity, int timestep) {
    return covered.get() && moment().equals(new Moment(quantity.phase(), timestep));
  }

  /** The same for any number that can be selected. */
  public boolean isCovered(Entry entry) {
    if (entry instanceof Entry.OfCell cell) {
      return isCovered(cell.quantity(), cell.timestep());
    }
    if (entry instanceof Entry.AtUpdate) {
      return isCovered(Phase.UPDATE);
    }
    boolean isGradient = entry instanceof Entry.OfShare || entry instanceof Entry.OfAccumulator;
    return isGradient
        && covered.get()
        && moment().equals(new Moment(Phase.BACKWARD, entry.timestep()));
  }

  /** Whether the present step is one of a phase and covered. */
  public boolean isCovered(Phase phase) {
    return covered.get() && moment().phase() == phase;
  }

  private Moment moment() {
    return step.momentProperty().get();
  }

  /** Whether the present step is covered. */
  public ReadOnlyBooleanProperty coveredProperty() {
    return covered.getReadOnlyProperty();
  }
}
