package dev.backstep.experiment;

import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The measures of runs. */
public enum Measure {
  /** The running training loss of the last epoch, in nats per character. */
  RUNNING_TRAIN_LOSS(RunOutcome::runningTrainLoss),

  /** The loss of the training sequences with the final weights, each from h0 = 0. */
  FINAL_TRAIN_LOSS(RunOutcome::finalTrainLoss),

  /** The held-out loss with every sequence from h0 = 0, in nats per character. */
  HELD_OUT_LOSS(outcome -> outcome.heldOut().loss()),

  /**
   * The held-out loss with every sequence from what the run was trained with, in nats per
   * character.
   */
  HELD_OUT_OWN_STATE(outcome -> outcome.heldOut().ownState()),

  /** The held-out loss of the last character of each sequence, from h0 = 0, in nats. */
  HELD_OUT_LAST_CHARACTER(RunOutcome::heldOutLast),

  /**
   * After how many letters less than one percent of the gradient of the last character is left, in
   * the state that it reaches farthest in; the mean over held-out sequences, each from h0 = 0.
   * Where more is left at the first letter it counts as many as there are.
   */
  REACH(RunOutcome::reach),

  /**
   * The share of samples that are the same under the same random numbers. It is one of two runs: as
   * b of run A and run B of a pair, as a of run A and another run A, that of the next pair. That is
   * how many are the same anyway, where nothing but the seed differs.
   */
  EQUAL_SAMPLES(null),

  /** The mean number of characters of a sample. */
  SAMPLE_LENGTH(outcome -> outcome.samples().meanLength()),

  /** The share of samples with the last three characters that are commonest in the text. */
  COMMON_ENDING(outcome -> outcome.samples().endingShare());

  private final @Nullable ToDoubleFunction<RunOutcome> value;

  Measure(@Nullable ToDoubleFunction<RunOutcome> value) {
    this.value = value;
  }

  /** Whether it is one of each run, and not one of two of them. */
  boolean isOfOneRun() {
    return value != null;
  }

  /** The value for a run, where it is one of each run; NaN where there is no such thing. */
  double of(RunOutcome outcome) {
    return Objects.requireNonNull(value, name()).applyAsDouble(outcome);
  }

  /** Whether it is a share, 0 to 1, and not a loss or a length. */
  public boolean isShare() {
    return this == EQUAL_SAMPLES || this == COMMON_ENDING;
  }

  /** Whether it is in nats. */
  public boolean isLoss() {
    return !isShare() && this != SAMPLE_LENGTH && this != REACH;
  }
}
