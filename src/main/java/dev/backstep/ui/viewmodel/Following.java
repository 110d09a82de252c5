package dev.backstep.ui.viewmodel;

import dev.backstep.trace.Trace;
import dev.backstep.training.TrainingState;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Whether Step shows the newest numbers of a run, or holds those of one update still. */
final class Following {
  private final SessionViewModel session;
  private final StepViewModel step;
  private final SequenceViewModel sequence;
  private final BooleanProperty held = new SimpleBooleanProperty();
  private boolean isShowing;

  Following(SessionViewModel session, StepViewModel step, SequenceViewModel sequence) {
    this.session = session;
    this.step = step;
    this.sequence = sequence;
    session.run().traceProperty().addListener((property, before, now) -> showUnlessHeld(now));
    session.stateProperty().addListener((property, before, now) -> onState(now));
    step.placeProperty().addListener((property, before, now) -> holdIfRunning());
  }

  private void showUnlessHeld(Trace trace) {
    if (trace == null || !held.get()) {
      isShowing = true;
      step.show(trace);
      isShowing = false;
    }
  }

  /** Somebody who steps while training runs wants the numbers to hold still. */
  private void holdIfRunning() {
    if (!isShowing && session.stateProperty().get() == TrainingState.RUNNING) {
      held.set(true);
    }
  }

  /** Shows the newest numbers again. */
  void follow() {
    held.set(false);
    showUnlessHeld(session.run().traceProperty().get());
  }

  private void onState(TrainingState state) {
    if (state == TrainingState.RUNNING) {
      showWholeSequences();
    } else if (!held.get()) {
      follow();
    }
  }

  /** While one sequence after the other goes by, all of each is shown. */
  private void showWholeSequences() {
    if (sequence.chosenProperty().get() == null) {
      isShowing = true;
      step.last();
      isShowing = false;
    }
  }

  BooleanProperty heldProperty() {
    return held;
  }
}
