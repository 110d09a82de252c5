package dev.backstep.training;

import dev.backstep.model.Parameters;
import dev.backstep.model.Shape;
import dev.backstep.trace.Factor;
import dev.backstep.trace.Term;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code v = α·v + (1−α)·g²; p −= lr·g/(√v + ε)}, α = 0.99 and ε = 1e-8 outside the root, as
 * torch.optim.RMSprop (Tieleman and Hinton 2012).
 */
final class RmsProp implements Optimizer {
  private static final double ALPHA = 0.99;
  private static final double EPSILON = 1e-8;

  private final Parameters meanOfSquares;

  RmsProp(Shape shape) {
    this(Parameters.zeros(shape));
  }

  private RmsProp(Parameters meanOfSquares) {
    this.meanOfSquares = meanOfSquares;
  }

  @Override
  public void update(Parameters weights, Parameters gradients, double learningRate) {
    for (int k = 0; k < weights.count(); k++) {
      double[] p = weights.data(k);
      double[] g = gradients.data(k);
      double[] v = meanOfSquares.data(k);
      for (int i = 0; i < p.length; i++) {
        v[i] = ALPHA * v[i] + (1 - ALPHA) * (g[i] * g[i]);
        p[i] -= learningRate * g[i] / divisor(v[i]);
      }
    }
  }

  private static double divisor(double v) {
    return Math.sqrt(v) + EPSILON;
  }

  @Override
  public Optimizer copy() {
    return new RmsProp(meanOfSquares.copy());
  }

  @Override
  public Map<String, Parameters> memory() {
    return Map.of("v", meanOfSquares);
  }

  @Override
  public String memoryFormula() {
    return "v ← α·v + (1 − α)·g²";
  }

  @Override
  public Map<String, Double> constants() {
    Map<String, Double> constants = new LinkedHashMap<>();
    constants.put("α", ALPHA);
    constants.put("ε", EPSILON);
    return constants;
  }

  @Override
  public Term step(String index, double learningRate, double gradient, double... remembered) {
    return Term.of(new Factor("−lr", -learningRate, null), new Factor("g" + index, gradient, null))
        .over(new Factor("(√v" + index + " + ε)", divisor(remembered[0]), null));
  }
}
