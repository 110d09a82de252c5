package dev.backstep.training;

import dev.backstep.model.Initialization;

/**
 * Everything that decides what a run comes to, beside the text. Two runs with equal settings on one
 * text are equal bit for bit.
 *
 * @param hidden H, the number of hidden units
 * @param heldOutShare the share of the sequences that is kept from training to judge it by
 */
public record RunSettings(
    int hidden,
    OptimizerKind optimizer,
    double learningRate,
    Clipping clipping,
    Initialization initialization,
    long seed,
    HiddenStatePolicy hiddenState,
    double heldOutShare) {

  public static final int MOST_HIDDEN = 1024;
  public static final double LARGEST_LEARNING_RATE = 1000;

  /**
   * @throws IllegalArgumentException if a setting is out of its range
   */
  public RunSettings {
    if (hidden < 1 || hidden > MOST_HIDDEN) {
      throw new IllegalArgumentException(
          "H, the number of hidden units, is %d; it must be 1 to %d"
              .formatted(hidden, MOST_HIDDEN));
    }
    requireLearningRate(learningRate);
    if (!(heldOutShare >= 0 && heldOutShare <= 0.9)) {
      throw new IllegalArgumentException(
          "the held-out share is " + heldOutShare + "; it must be 0 to 0.9");
    }
  }

  static void requireLearningRate(double learningRate) {
    if (!(learningRate > 0 && learningRate <= LARGEST_LEARNING_RATE)) {
      throw new IllegalArgumentException(
          "the learning rate is " + learningRate + "; it must be above 0 and at most 1000");
    }
  }

  public static RunSettings defaults() {
    return new RunSettings(
        32,
        OptimizerKind.ADAGRAD,
        OptimizerKind.ADAGRAD.usualLearningRate(),
        new Clipping.GlobalNorm(5),
        new Initialization.Uniform(),
        1,
        new HiddenStatePolicy.Zero(),
        0.1);
  }

  public RunSettings withLearningRate(double newLearningRate) {
    return new RunSettings(
        hidden,
        optimizer,
        newLearningRate,
        clipping,
        initialization,
        seed,
        hiddenState,
        heldOutShare);
  }

  public RunSettings withHiddenState(HiddenStatePolicy newHiddenState) {
    return new RunSettings(
        hidden,
        optimizer,
        learningRate,
        clipping,
        initialization,
        seed,
        newHiddenState,
        heldOutShare);
  }
}
