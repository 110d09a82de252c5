package dev.backstep.ui.train;

import dev.backstep.net.Cell;
import dev.backstep.trace.Timeline;
import dev.backstep.trace.Trace;
import dev.backstep.training.Divergence;
import dev.backstep.training.HeldOutPoint;
import dev.backstep.training.history.BranchSummary;
import dev.backstep.training.session.Snapshot;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.run.RunBranches;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.settings.SettingsViewModel;
import dev.backstep.ui.step.SequenceViewModel;
import dev.backstep.ui.step.StepScreen;
import dev.backstep.ui.step.StepViewModel;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * Going to updates that were made before. The run is paused there and Step shows that very update;
 * from there it goes on as it was, or with another setting as another branch.
 */
public final class GoingBack {
  /** The place that a run is on its way to, and what to do there. */
  private record Journey(int branch, long update, Runnable arrived) {}

  private final SessionViewModel session;
  private final SettingsViewModel settings;
  private final StepViewModel step;
  private final SequenceViewModel sequence;
  private final ObjectProperty<Screen> screen;
  private final Runnable follow;
  private final RunBranches branches;
  private final BooleanBinding diverged;
  private final BooleanBinding trained;
  private final BooleanBinding heldOut;
  private @Nullable Journey journey;

  /**
   * Going to updates of a run.
   *
   * @param follow shows the numbers of the run on Step
   */
  public GoingBack(
      SessionViewModel session,
      SettingsViewModel settings,
      StepViewModel step,
      SequenceViewModel sequence,
      ObjectProperty<Screen> screen,
      Runnable follow) {
    this.session = session;
    this.settings = settings;
    this.step = step;
    this.sequence = sequence;
    this.screen = screen;
    this.follow = follow;
    branches = session.run().branches();
    session.dataProperty().addListener(observable -> journey = null);
    session.revisionProperty().addListener(observable -> lookWhetherThere());
    diverged = whether(branch -> branch.divergence() != null);
    trained = whether(branch -> branch.steepest() != null);
    heldOut = whether(branch -> branches.lowestHeldOut() != null);
  }

  private BooleanBinding whether(Predicate<BranchSummary> condition) {
    return Bindings.createBooleanBinding(
        () -> branches.current() != null && condition.test(branches.current()),
        session.revisionProperty());
  }

  /** Goes to an update of the current branch, or to its tip if that is before. */
  public void goTo(long update) {
    goTo(branches.current(), update, () -> {});
  }

  /** Goes to the tip of a branch, which then is the current one. */
  public void goToTip(int branch) {
    BranchSummary chosen = branches.all().get(branch);
    goTo(chosen, chosen.tip(), () -> {});
  }

  /** Goes to where the current branch stopped making finite numbers, and shows the cell. */
  public void goToDivergence() {
    BranchSummary branch = branches.current();
    Divergence where = branch == null ? null : branch.divergence();
    if (where != null) {
      goTo(branch, where.update(), () -> show(where));
    }
  }

  /** Goes to the update with the largest gradients, and shows the cell with the largest dh. */
  public void goToSteepest() {
    BranchSummary branch = branches.current();
    BranchSummary.Steepest steepest = branch == null ? null : branch.steepest();
    if (steepest != null) {
      goTo(branch, steepest.update(), this::showLargestGradient);
    }
  }

  /** Goes to the update after which the held-out loss was lowest. */
  public void goToLowestHeldOut() {
    HeldOutPoint lowest = branches.lowestHeldOut();
    if (lowest != null) {
      goTo(lowest.updates());
    }
  }

  private void goTo(@Nullable BranchSummary branch, long update, Runnable arrived) {
    if (branch != null) {
      Journey begun = new Journey(branch.number(), Math.min(update, branch.tip()), arrived);
      journey = begun;
      session.goTo(begun.branch(), begun.update());
    }
  }

  /** Stays where the run was. */
  public void cancel() {
    journey = null;
    session.cancelGoTo();
  }

  private void lookWhetherThere() {
    if (journey == null
        || session.replayProperty().get() != null
        || branches.current() == null
        || branches.current().number() != journey.branch()
        || session.run().progressProperty().get().updates() != journey.update()) {
      return;
    }
    Runnable arrived = journey.arrived();
    journey = null;
    settings.showChangeable(session.run().settingsProperty().get());
    sequence.chooseNext();
    follow.run();
    arrived.run();
  }

  /** The first number that is not finite is in the loss of a timestep, or in its gradient. */
  private void show(Divergence where) {
    Timeline timeline = step.timelineProperty().get();
    screen.set(StepScreen.ID);
    step.goTo(
        where.inLoss() ? timeline.forward(where.timestep()) : timeline.backward(where.timestep()));
  }

  private void showLargestGradient() {
    Trace trace = step.traceProperty().get();
    int largest = 0;
    for (int t = 1; t < trace.length(); t++) {
      if (trace.norm(Cell.DH, t) > trace.norm(Cell.DH, largest)) {
        largest = t;
      }
    }
    screen.set(StepScreen.ID);
    step.goTo(step.timelineProperty().get().backward(largest));
  }

  /** The update that is being gone to; null if none is. */
  public ReadOnlyObjectProperty<Snapshot.Replay> replayProperty() {
    return session.replayProperty();
  }

  /** True if the current branch stopped making finite numbers. */
  public BooleanBinding divergedProperty() {
    return diverged;
  }

  /** True if the held-out loss was measured. */
  public BooleanBinding heldOutProperty() {
    return heldOut;
  }

  /** True if the current branch has an update of its own. */
  public BooleanBinding trainedProperty() {
    return trained;
  }
}
