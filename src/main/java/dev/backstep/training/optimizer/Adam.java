package dev.backstep.training.optimizer;

import dev.backstep.model.Parameters;
import dev.backstep.model.Shape;
import dev.backstep.trace.Factor;
import dev.backstep.trace.Term;
import dev.backstep.trace.UpdateFormulas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
  private long next;

  /** β₁ⁿ of the next update n. */
  private double beta1Power;

  private double beta2Power;

  Adam(Shape shape) {
    this(Parameters.zeros(shape), Parameters.zeros(shape), 1, BETA1, BETA2);
  }

  private Adam(
      Parameters mean, Parameters meanOfSquares, long next, double beta1Power, double beta2Power) {
    this.mean = mean;
    this.meanOfSquares = meanOfSquares;
    this.next = next;
    this.beta1Power = beta1Power;
    this.beta2Power = beta2Power;
  }

  @Override
  public void update(Parameters weights, Parameters gradients, double learningRate) {
    for (int k = 0; k < weights.count(); k++) {
      update(weights.data(k), gradients.data(k), mean.data(k), meanOfSquares.data(k), learningRate);
    }
    next++;
    beta1Power *= BETA1;
    beta2Power *= BETA2;
  }

  private void update(double[] p, double[] g, double[] m, double[] v, double learningRate) {
    for (int i = 0; i < p.length; i++) {
      m[i] = mean(m[i], g[i]);
      v[i] = meanOfSquares(v[i], g[i]);
      p[i] -= learningRate * meanHat(m[i]) / divisor(v[i]);
    }
  }

  private static double mean(double m, double g) {
    return BETA1 * m + (1 - BETA1) * g;
  }

  private static double meanOfSquares(double v, double g) {
    return BETA2 * v + (1 - BETA2) * (g * g);
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
    return new Adam(mean.copy(), meanOfSquares.copy(), next, beta1Power, beta2Power);
  }

  @Override
  public Map<String, Parameters> memory() {
    Map<String, Parameters> memory = new LinkedHashMap<>();
    memory.put("m", mean);
    memory.put("v", meanOfSquares);
    return memory;
  }

  @Override
  public double[] counters() {
    return new double[] {next, beta1Power, beta2Power};
  }

  /**
   * One that remembers what another did.
   *
   * @param memory m and v
   * @param counters from {@link #counters}
   * @throws IllegalArgumentException if the counters are none that there can be
   */
  static Adam remembering(List<Parameters> memory, double... counters) {
    long next = (long) counters[0];
    boolean isCount = next >= 1 && next == counters[0];
    if (!isCount || !isPower(counters[1]) || !isPower(counters[2])) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Adam counts n = %s, β₁ⁿ = %s, β₂ⁿ = %s; n must be at least 1 and powers in [0, 1)",
              counters[0],
              counters[1],
              counters[2]));
    }
    return new Adam(memory.get(0), memory.get(1), next, counters[1], counters[2]);
  }

  private static boolean isPower(double power) {
    return power >= 0 && power < 1;
  }

  @Override
  public UpdateFormulas formulas() {
    return AdamFormulas.ALL;
  }

  @Override
  public Map<String, Double> constants() {
    Map<String, Double> constants = new LinkedHashMap<>();
    constants.put("β₁", BETA1);
    constants.put("β₂", BETA2);
    constants.put("n", (double) next);
    constants.put("1 − β₁ⁿ", 1 - beta1Power);
    constants.put("1 − β₂ⁿ", 1 - beta2Power);
    constants.put("ε", EPSILON);
    return constants;
  }

  @Override
  public double remembered(String memory, double before, double gradient) {
    return memory.equals("m") ? mean(before, gradient) : meanOfSquares(before, gradient);
  }

  @Override
  public List<Term> remembering(String memory, String index, double before, double gradient) {
    return memory.equals("m")
        ? OptimizerTerms.mean(
            "β₁", BETA1, memory, index, before, OptimizerTerms.gradient(index, gradient))
        : OptimizerTerms.mean(
            "β₂", BETA2, memory, index, before, OptimizerTerms.squared(index, gradient));
  }

  @Override
  public Map<String, Term> corrected(String index, double... remembered) {
    Factor forMean = OptimizerTerms.number("(1 − β₁ⁿ)", 1 - beta1Power);
    Factor forSquares = OptimizerTerms.number("(1 − β₂ⁿ)", 1 - beta2Power);
    Map<String, Term> corrected = new LinkedHashMap<>();
    corrected.put(
        "m_hat", Term.of(OptimizerTerms.number("m" + index, remembered[0])).over(forMean));
    corrected.put(
        "v_hat", Term.of(OptimizerTerms.number("v" + index, remembered[1])).over(forSquares));
    return corrected;
  }

  @Override
  public double step(double learningRate, double gradient, double... remembered) {
    return learningRate * meanHat(remembered[0]) / divisor(remembered[1]);
  }

  @Override
  public Term change(String index, double learningRate, double gradient, double... remembered) {
    return Term.of(
            OptimizerTerms.minus(learningRate),
            OptimizerTerms.number("m_hat" + index, meanHat(remembered[0])))
        .over(OptimizerTerms.number("(√v_hat" + index + " + ε)", divisor(remembered[1])));
  }
}
