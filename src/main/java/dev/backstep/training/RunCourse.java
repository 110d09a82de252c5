package dev.backstep.training;

import dev.backstep.fault.Fault;
import dev.backstep.model.Truncation;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.training.optimizer.OptimizerKind;

/**
 * The settings that can change on the way of a run.
 *
 * @param truncation how far gradients go back in a sequence
 * @param fault the faulty line that the backward pass has; {@link Fault#NONE} for none
 * @param padding what is made of the padding of batches, and how much each loss counts
 */
public record RunCourse(
    OptimizerKind optimizer,
    double learningRate,
    Clipping clipping,
    HiddenStatePolicy hiddenState,
    Truncation truncation,
    Fault fault,
    PaddingSettings padding) {
  /**
   * @throws IllegalArgumentException if the learning rate is out of its range
   */
  public RunCourse {
    if (!(learningRate > 0 && learningRate <= RunSettings.LARGEST_LEARNING_RATE)) {
      throw new IllegalArgumentException(
          "the learning rate is " + learningRate + "; it must be above 0 and at most 1000");
    }
  }

  /** These settings with all that differs between two others. */
  RunCourse withDifference(RunCourse before, RunCourse after) {
    return new RunCourse(
        changed(before.optimizer, after.optimizer, optimizer),
        changed(before.learningRate, after.learningRate, learningRate),
        changed(before.clipping, after.clipping, clipping),
        changed(before.hiddenState, after.hiddenState, hiddenState),
        changed(before.truncation, after.truncation, truncation),
        changed(before.fault, after.fault, fault),
        padding.withDifference(before.padding, after.padding));
  }

  private static <T> T changed(T before, T after, T otherwise) {
    return after.equals(before) ? otherwise : after;
  }

  RunCourse withOptimizer(OptimizerKind kind) {
    return new RunCourse(kind, learningRate, clipping, hiddenState, truncation, fault, padding);
  }

  RunCourse withLearningRate(double rate) {
    return new RunCourse(optimizer, rate, clipping, hiddenState, truncation, fault, padding);
  }

  RunCourse withClipping(Clipping another) {
    return new RunCourse(optimizer, learningRate, another, hiddenState, truncation, fault, padding);
  }

  RunCourse withHiddenState(HiddenStatePolicy policy) {
    return new RunCourse(optimizer, learningRate, clipping, policy, truncation, fault, padding);
  }

  RunCourse withTruncation(Truncation another) {
    return new RunCourse(optimizer, learningRate, clipping, hiddenState, another, fault, padding);
  }

  RunCourse withFault(Fault another) {
    return new RunCourse(
        optimizer, learningRate, clipping, hiddenState, truncation, another, padding);
  }

  RunCourse withPadding(PaddingSettings another) {
    return new RunCourse(
        optimizer, learningRate, clipping, hiddenState, truncation, fault, another);
  }
}
