package dev.backstep.training;

import dev.backstep.model.Parameters;

/** Gradient descent: {@code p −= lr·g}. */
final class Sgd implements Optimizer {
  @Override
  public void update(Parameters weights, Parameters gradients, double learningRate) {
    for (int m = 0; m < weights.count(); m++) {
      double[] p = weights.data(m);
      double[] g = gradients.data(m);
      for (int i = 0; i < p.length; i++) {
        p[i] -= learningRate * g[i];
      }
    }
  }

  @Override
  public Optimizer copy() {
    return this;
  }
}
