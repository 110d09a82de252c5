package dev.backstep.ui.step;

import dev.backstep.net.Rule;
import dev.backstep.trace.Timeline;
import dev.backstep.trace.Trace;
import dev.backstep.training.RunSettings;
import dev.backstep.training.session.TrainingState;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.run.SessionViewModel;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that Step shows: the newest of a run, those of one update that is held still, or
 * those of a guest, after which the screen is as it was. While another screen is shown they are not
 * drawn; they are when Step is shown again or training stops.
 */
public final class StepSource {
  private final SessionViewModel session;
  private final StepViewModel step;
  private final SequenceViewModel sequence;
  private final ObservableValue<Screen> screen;
  private final BooleanProperty held = new SimpleBooleanProperty();
  private final ReadOnlyLongWrapper shownUpdates = new ReadOnlyLongWrapper();
  private boolean isShowing;

  /** The view of the run when a guest came; null while there is none. */
  private @Nullable Before before;

  private record Before(
      Trace trace, Timeline timeline, int place, Runnable selection, Rule active) {}

  public StepSource(
      SessionViewModel session,
      StepViewModel step,
      SequenceViewModel sequence,
      ObservableValue<Screen> screen) {
    this.session = session;
    this.step = step;
    this.sequence = sequence;
    this.screen = screen;
    session.run().settingsProperty().addListener(observable -> expect());
    expect();
    session.run().traceProperty().addListener((property, was, now) -> showIfSeen(now));
    screen.addListener((property, was, now) -> onScreen());
    session.stateProperty().addListener((property, was, now) -> onState(now));
    step.placeProperty().addListener((property, was, now) -> holdIfRunning());
    step.pendingProperty().addListener((property, was, now) -> holdIfRunning());
  }

  private void expect() {
    RunSettings settings = session.run().settingsProperty().get();
    if (settings != null) {
      step.expect(settings.cell());
    }
  }

  /** Behind another screen nothing is drawn while training has something newer at every moment. */
  private void showIfSeen(Trace trace) {
    boolean isRunning = session.stateProperty().get() == TrainingState.RUNNING;
    if (trace == null || !isRunning || screen.getValue() == StepScreen.ID) {
      showUnlessHeld(trace);
    }
  }

  /** Step comes with the newest numbers. */
  private void onScreen() {
    if (screen.getValue() == StepScreen.ID) {
      catchUp();
    }
  }

  /** The newest numbers, where other screens were shown while training went on. */
  public void catchUp() {
    Trace newest = session.run().traceProperty().get();
    if (newest != step.traceProperty().get()) {
      showUnlessHeld(newest);
    }
  }

  private void showUnlessHeld(Trace trace) {
    if (before == null && (trace == null || !held.get())) {
      isShowing = true;
      shownUpdates.set(session.run().traceUpdates());
      step.show(trace);
      isShowing = false;
    }
  }

  /** A step of the cursor while training runs holds the numbers still. */
  private void holdIfRunning() {
    boolean isRunning = session.stateProperty().get() == TrainingState.RUNNING;
    if (before == null && !isShowing && isRunning) {
      held.set(true);
    }
  }

  /** Shows the newest numbers again. */
  public void follow() {
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
    if (before == null && sequence.chosenProperty().get() == null) {
      isShowing = true;
      step.last();
      isShowing = false;
    }
  }

  /** Lends the screen to other numbers; what the run does meanwhile is not shown. */
  public void lend() {
    if (before == null) {
      before =
          new Before(
              step.traceProperty().get(),
              step.timelineProperty().get(),
              step.placeProperty().get(),
              step.selection().kept(),
              step.activeProperty().get());
    }
  }

  /** Whether other numbers than those of the run are shown. */
  public boolean isLent() {
    return before != null;
  }

  /** Takes the screen back: the run stands where it was looked at, if that is still there. */
  public void takeBack() {
    Before left = Objects.requireNonNull(before, "the screen is not lent");
    before = null;
    isShowing = true;
    if (!held.get()) {
      shownUpdates.set(session.run().traceUpdates());
    }
    step.show(held.get() ? left.trace() : session.run().traceProperty().get());
    step.selection().clear();
    if (left.timeline() != null && left.timeline().equals(step.timelineProperty().get())) {
      step.goTo(left.place());
      left.selection().run();
      step.activate(left.active());
    }
    isShowing = false;
    if (session.stateProperty().get() == TrainingState.RUNNING && !held.get()) {
      showWholeSequences();
    }
  }

  /** Where the cursor stands in the run, also while a guest is shown. */
  public int placeInRun() {
    return before == null ? step.placeProperty().get() : before.place();
  }

  public BooleanProperty heldProperty() {
    return held;
  }

  /** The number of updates of the run when it had the weights that are shown. */
  public ReadOnlyLongProperty shownUpdatesProperty() {
    return shownUpdates.getReadOnlyProperty();
  }
}
