package dev.backstep.training;

import dev.backstep.model.Parameters;

/** Turns gradients into an update of the weights, and may remember something from each. */
public interface Optimizer {
  /**
   * One update, entry by entry.
   *
   * @param weights modified
   * @param gradients not modified
   * @param learningRate the step size
   */
  void update(Parameters weights, Parameters gradients, double learningRate);

  /** The same optimiser with a memory of its own, equal to this one's at the moment. */
  Optimizer copy();
}
