package dev.backstep.trace;

import dev.backstep.math.MatrixView;
import dev.backstep.model.Parameters;
import dev.backstep.net.Vector;
import java.util.function.Function;

/** The update an optimiser would make of weights and gradients, without doing it. */
@FunctionalInterface
public interface UpdatePreview {
  /** Neither argument is modified. */
  Update of(Parameters weights, Parameters gradients);

  /**
   * The same where the states that a sequence begins with may be learned as well.
   *
   * @param initialGradients of each state, a row (1,H)
   */
  default Update of(
      Parameters weights, Parameters gradients, Function<Vector, MatrixView> initialGradients) {
    return of(weights, gradients);
  }
}
