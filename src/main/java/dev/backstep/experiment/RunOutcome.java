package dev.backstep.experiment;

import dev.backstep.training.Divergence;
import dev.backstep.training.HeldOutPoint;
import dev.backstep.training.RunSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one run.
 *
 * @param runningTrainLoss the running training loss: the mean over the characters of the last
 *     epoch, in nats, each sequence judged just before its update and from the hidden state that it
 *     was trained with
 * @param finalTrainLoss the loss of the training sequences after the last update, each from h0 = 0,
 *     in nats per character; of the first 50 000 characters of them where there are more
 * @param heldOut the losses of the held-out sequences after the last update; NaN if none is held
 *     out
 * @param heldOutLast the loss of the last character of the held-out sequences after the last
 *     update, each from h0 = 0, in nats; NaN if none has one to predict
 * @param reach letters after which less than one percent of the gradient of the last character is
 *     left, the mean over held-out sequences; NaN if none has a letter before that one
 * @param samples drawn from the weights after the last update; sample k of every run saw the same
 *     random numbers
 * @param positionLosses the running training loss of the last epoch at position 0, 1, 2 … of the
 *     sequences, in nats
 * @param divergence null if all numbers stayed finite; else there is nothing but this
 */
public record RunOutcome(
    RunSettings settings,
    double runningTrainLoss,
    double finalTrainLoss,
    HeldOutPoint heldOut,
    double heldOutLast,
    double reach,
    Samples samples,
    List<Double> positionLosses,
    @Nullable Divergence divergence) {
  public RunOutcome {
    positionLosses = List.copyOf(positionLosses);
  }

  static RunOutcome diverged(RunSettings settings, Divergence divergence) {
    HeldOutPoint none = new HeldOutPoint(divergence.update(), Double.NaN, Double.NaN);
    return new RunOutcome(
        settings,
        Double.NaN,
        Double.NaN,
        none,
        Double.NaN,
        Double.NaN,
        Samples.NONE,
        List.of(),
        divergence);
  }

  public boolean hasDiverged() {
    return divergence != null;
  }
}
