package dev.backstep.trace;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.Parameters;
import dev.backstep.model.Shape;
import dev.backstep.model.Truncation;

/**
 * By which rules a trace goes back, how far, and what its gradients begin with.
 *
 * @param rules the right ones, or those with a fault
 * @param gradients what the first cell finds in the gradients: zeros, but for a fault that does not
 *     clear them; not to be modified
 * @param faultyLine what is said of a number that is not computed as it should be
 * @param truncation how far gradients go back
 */
public record Backward(
    BackwardRules rules, Parameters gradients, FaultyLine faultyLine, Truncation truncation) {
  /** Through the whole sequence. */
  public Backward(BackwardRules rules, Parameters gradients, FaultyLine faultyLine) {
    this(rules, gradients, faultyLine, Truncation.NONE);
  }

  /** The same as far as another truncation goes. */
  Backward with(Truncation other) {
    return new Backward(rules, gradients, faultyLine, other);
  }

  /** The right rules. */
  public static Backward right(Shape shape) {
    return by(BackwardRules.RIGHT, shape);
  }

  /** These rules, on a first sequence. */
  public static Backward by(BackwardRules rules, Shape shape) {
    return new Backward(rules, Parameters.zeros(shape), notation -> "");
  }
}
