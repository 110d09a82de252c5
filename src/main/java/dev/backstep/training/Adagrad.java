package dev.backstep.training;

import dev.backstep.model.Parameters;
import dev.backstep.model.Shape;
import dev.backstep.trace.Factor;
import dev.backstep.trace.Term;
import java.util.Map;

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
        p[i] -= learningRate * g[i] / divisor(m[i]);
      }
    }
  }

  private static double divisor(double m) {
    return Math.sqrt(m + EPSILON);
  }

  @Override
  public Optimizer copy() {
    return new Adagrad(sumOfSquares.copy());
  }

  @Override
  public Map<String, Parameters> memory() {
    return Map.of("m", sumOfSquares);
  }

  @Override
  public String memoryFormula() {
    return "m ← m + g²";
  }

  @Override
  public Map<String, Double> constants() {
    return Map.of("ε", EPSILON);
  }

  @Override
  public Term step(String index, double learningRate, double gradient, double... remembered) {
    return Term.of(new Factor("−lr", -learningRate, null), new Factor("g" + index, gradient, null))
        .over(new Factor("√(m" + index + " + ε)", divisor(remembered[0]), null));
  }
}
