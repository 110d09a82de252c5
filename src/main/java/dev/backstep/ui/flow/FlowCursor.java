package dev.backstep.ui.flow;

import dev.backstep.net.Phase;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Trace;
import dev.backstep.ui.step.StepViewModel;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The loss that is looked at, where the cursor of Step stands, and the pair of states. */
final class FlowCursor {
  /** How many letters back the earlier state of the pair is, at first. */
  private static final int USUAL_BACK = 4;

  private final StepViewModel step;
  private final ReadOnlyObjectWrapper<Integer> loss = new ReadOnlyObjectWrapper<>(0);
  private final ObjectProperty<StatePair> pointed = new SimpleObjectProperty<>();
  private int back = USUAL_BACK;

  /** Whether the cursor was moved here since the sequence was shown. */
  private boolean hasMoved;

  FlowCursor(StepViewModel step) {
    this.step = step;
  }

  /** Stands on another sequence: at the same place if it is as long. */
  void standOn(@Nullable Trace before, Trace now) {
    hasMoved &= before != null && before.length() == now.length();
    loss.set(lossAtCursor(now));
  }

  /** Goes where the cursor of Step went; whether that is another loss. */
  boolean follow(Trace shown) {
    int now = lossAtCursor(shown);
    boolean isOther = now != loss.get();
    loss.set(now);
    return isOther;
  }

  /** Where nothing is chosen yet, at the very beginning and at the update, the last loss. */
  private int lossAtCursor(Trace of) {
    Moment moment = step.momentProperty().get();
    boolean isUntouched = !hasMoved && step.placeProperty().get() == 0;
    return moment == null || moment.phase() == Phase.UPDATE || isUntouched
        ? of.length() - 1
        : Math.max(0, Math.min(of.length() - 1, moment.timestep()));
  }

  /** Moves the cursor of Step to a timestep, or the nearest that there is. */
  void goTo(Trace shown, int timestep) {
    hasMoved = true;
    step.goToTimestep(Math.max(0, Math.min(shown.length() - 1, timestep)));
  }

  /** Moves the earlier state of the pair: farther back by 1, or nearer by −1. */
  void goBack(int by) {
    back = Math.max(0, Math.min(loss.get(), loss.get() - pair().earlier() + by));
  }

  /** The pair of states that is pointed at, or else that of the cursor and some letters back. */
  StatePair pair() {
    StatePair at = pointed.get();
    return at == null ? new StatePair(loss.get(), Math.max(0, loss.get() - back)) : at;
  }

  /** s, the loss that is looked at. */
  ReadOnlyObjectProperty<Integer> lossProperty() {
    return loss.getReadOnlyProperty();
  }

  /** The loss and the state of the square that is pointed at; null for none. */
  ObjectProperty<StatePair> pointedProperty() {
    return pointed;
  }
}
