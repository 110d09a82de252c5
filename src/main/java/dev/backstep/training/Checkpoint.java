package dev.backstep.training;

import dev.backstep.math.SeededRandom;
import dev.backstep.model.Parameters;
import dev.backstep.model.Shape;
import dev.backstep.training.optimizer.Optimizer;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a {@link Trainer} is after a number of updates: one that is made from it goes on
 * with the same bits. What is in it is not modified.
 *
 * @param updates the number of updates done
 * @param settings those in force
 * @param gradients what the next sequence finds in the gradients; null where it finds zeros, as it
 *     does but for a fault
 * @param nextStates (H of each state, one after another) what the next sequence begins with; in
 *     batches, of each row after those of another
 * @param stateOptimizer the optimiser of the states where they are learned; null where they are not
 * @param lossPerCharacter of the last update; NaN before the first
 * @param gradientNorm of the last update; NaN before the first
 */
public record Checkpoint(
    long updates,
    RunSettings settings,
    Parameters weights,
    Optimizer optimizer,
    @Nullable Parameters gradients,
    double[] nextStates,
    @Nullable Optimizer stateOptimizer,
    EpochOrder.State order,
    double lossPerCharacter,
    double gradientNorm) {

  /** Objects and the heads of arrays take about this much beside the numbers. */
  private static final int BYTES_BESIDE_NUMBERS = 1024;

  /** Where a run begins. */
  public static Checkpoint beginning(TrainingData data, RunSettings settings) {
    Shape shape = settings.shape(data.corpus().vocabulary().size());
    return new Checkpoint(
        0,
        settings,
        settings
            .initialization()
            .initialize(
                shape, settings.gateBias(), SeededRandom.forPurpose(settings.seed(), "weights")),
        settings.optimizer().create(shape),
        settings.fault().rules().handsOnGradients() ? Parameters.zeros(shape) : null,
        new double[settings.batch().size() * shape.stateSize()],
        LearnedState.optimizer(settings, shape),
        EpochOrder.beginning(data.train(), settings.batch(), data.seed()),
        Double.NaN,
        Double.NaN);
  }

  /** The states that a sequence begins with that follows on none: those learned, or zeros. */
  public double[] firstStates() {
    return LearnedState.first(settings, nextStates, weights.shape().stateSize());
  }

  /** The memory that it takes by itself. */
  public long bytes() {
    return weights.bytes() * (1 + settings.optimizer().remembered())
        + (gradients == null ? 0 : gradients.bytes())
        + (long) Double.BYTES * nextStates.length
        + (stateOptimizer == null ? 0 : bytes(stateOptimizer))
        + BYTES_BESIDE_NUMBERS;
  }

  private static long bytes(Optimizer optimizer) {
    return optimizer.memory().values().stream().mapToLong(Parameters::bytes).sum();
  }

  /** The memory of the order of its epoch, which it shares with the others of that epoch. */
  public long orderBytes() {
    return (long) Integer.BYTES * order.order().length;
  }

  public boolean isOfSameEpoch(Checkpoint other) {
    return order.order() == other.order.order();
  }
}
