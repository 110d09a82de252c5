package dev.backstep.training;

import dev.backstep.model.Parameters;
import dev.backstep.model.Shape;
import dev.backstep.trace.Factor;
import dev.backstep.trace.Term;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code m = β₁·m + (1−β₁)·g; v = β₂·v + (1−β₂)·g²; p −= lr·m̂/(√v̂ + ε)} with {@code m̂ =
 * m/(1−β₁ⁿ)}, {@code v̂ = v/(1−β₂ⁿ)} at update n; β₁ = 0.9, β₂ = 0.999, ε = 1e-8, as
 * torch.optim.Adam (Kingma and Ba 2015).
 */
final class Adam implements Optimizer {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final Parameters mean;
  private final Parameters meanOfSquares;
  private double beta1Power;
  private double beta2Power;

  Adam(Shape shape) {
    this(Parameters.zeros(shape), Parameters.zeros(shape), 1, 1);
  }

  private Adam(Parameters mean, Parameters meanOfSquares, double beta1Power, double beta2Power) {
    this.mean = mean;
    this.meanOfSquares = meanOfSquares;
    this.beta1Power = beta1Power;
    this.beta2Power = beta2Power;
  }

  @Override
  public void update(Parameters weights, Parameters gradients, double learningRate) {
    beta1Power *= BETA1;
    beta2Power *= BETA2;
    for (int k = 0; k < weights.count(); k++) {
      update(weights.data(k), gradients.data(k), mean.data(k), meanOfSquares.data(k), learningRate);
    }
  }

  private void update(double[] p, double[] g, double[] m, double[] v, double learningRate) {
    for (int i = 0; i < p.length; i++) {
      m[i] = BETA1 * m[i] + (1 - BETA1) * g[i];
      v[i] = BETA2 * v[i] + (1 - BETA2) * (g[i] * g[i]);
      p[i] -= learningRate * meanHat(m[i]) / divisor(v[i]);
    }
  }

  private double meanHat(double m) {
    return m / (1 - beta1Power);
  }

  private double divisor(double v) {
    double squaresHat = v / (1 - beta2Power);
    return Math.sqrt(squaresHat) + EPSILON;
  }

  @Override
  public Optimizer copy() {
    return new Adam(mean.copy(), meanOfSquares.copy(), beta1Power, beta2Power);
  }

  @Override
  public Map<String, Parameters> memory() {
    Map<String, Parameters> memory = new LinkedHashMap<>();
    memory.put("m", mean);
    memory.put("v", meanOfSquares);
    return memory;
  }

  @Override
  public String memoryFormula() {
    return "m ← β₁·m + (1 − β₁)·g, v ← β₂·v + (1 − β₂)·g², "
        + "m_hat = m / (1 − β₁ⁿ), v_hat = v / (1 − β₂ⁿ)";
  }

  @Override
  public Map<String, Double> constants() {
    Map<String, Double> constants = new LinkedHashMap<>();
    constants.put("β₁", BETA1);
    constants.put("β₂", BETA2);
    constants.put("1 − β₁ⁿ", 1 - beta1Power);
    constants.put("1 − β₂ⁿ", 1 - beta2Power);
    constants.put("ε", EPSILON);
    return constants;
  }

  @Override
  public Term step(String index, double learningRate, double gradient, double... remembered) {
    return Term.of(
            new Factor("−lr", -learningRate, null),
            new Factor("m_hat" + index, meanHat(remembered[0]), null))
        .over(new Factor("(√v_hat" + index + " + ε)", divisor(remembered[1]), null));
  }
}
