package dev.backstep.training;

import dev.backstep.model.Parameters;
import dev.backstep.trace.Factor;
import dev.backstep.trace.Term;
import java.util.Map;

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

  @Override
  public Map<String, Parameters> memory() {
    return Map.of();
  }

  @Override
  public String memoryFormula() {
    return "";
  }

  @Override
  public Map<String, Double> constants() {
    return Map.of();
  }

  @Override
  public Term step(String index, double learningRate, double gradient, double... remembered) {
    return Term.of(new Factor("−lr", -learningRate, null), new Factor("g" + index, gradient, null));
  }
}
