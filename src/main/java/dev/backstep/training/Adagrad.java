package dev.backstep.training;

import dev.backstep.model.Parameters;
import dev.backstep.model.Shape;

/**
 * {@code m += g²; p −= lr·g/√(m + ε)}, ε = 1e-8 inside the root as in min-char-rnn (Duchi, Hazan
 * and Singer 2011).
 */
final class Adagrad implements Optimizer {
  private static final double EPSILON = 1e-8;

  private final Parameters sumOfSquares;

  Adagrad(Shape shape) {
    this(Parameters.zeros(shape));
  }

  private Adagrad(Parameters sumOfSquares) {
    this.sumOfSquares = sumOfSquares;
  }

  @Override
  public void update(Parameters weights, Parameters gradients, double learningRate) {
    for (int k = 0; k < weights.count(); k++) {
      double[] p = weights.data(k);
      double[] g = gradients.data(k);
      double[] m = sumOfSquares.data(k);
      for (int i = 0; i < p.length; i++) {
        m[i] += g[i] * g[i];
        p[i] -= learningRate * g[i] / Math.sqrt(m[i] + EPSILON);
      }
    }
  }

  @Override
  public Optimizer copy() {
    return new Adagrad(sumOfSquares.copy());
  }
}
