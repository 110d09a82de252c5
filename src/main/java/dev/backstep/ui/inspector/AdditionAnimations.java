package dev.backstep.ui.inspector;

import dev.backstep.net.Phase;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Timeline;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.ui.step.StepViewModel;

/** The rule by which the addition of a backward cell to the gradient is animated. */
public final class AdditionAnimations {
  /** The time of a landing. */
  public static final double SECONDS = 0.18;

  private final StepViewModel step;
  private final ViewOptions options;

  public AdditionAnimations(StepViewModel step, ViewOptions options) {
    this.step = step;
    this.options = options;
  }

  /**
   * Whether a move of the cursor is one step onward onto a backward cell, with time to land before
   * the next.
   */
  public boolean isSeen(int from, int to) {
    Timeline line = step.timelineProperty().get();
    if (line == null || to != from + 1 || to >= line.size() || !options.animatedProperty().get()) {
      return false;
    }
    Moment moment = line.at(to);
    return moment.phase() == Phase.BACKWARD && isTimeToLand();
  }

  private boolean isTimeToLand() {
    return !step.playingProperty().get() || step.secondsPerStep() > SECONDS;
  }
}
