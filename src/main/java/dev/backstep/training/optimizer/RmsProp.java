package dev.backstep.training.optimizer;

import dev.backstep.model.Parameters;
import dev.backstep.model.Shape;
import dev.backstep.trace.FormulaLine;
import dev.backstep.trace.Term;
import dev.backstep.trace.UpdateFormulas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code v = α·v + (1−α)·g²; p −= lr·g/(√v + ε)}, α = 0.99 and ε = 1e-8 outside the root, as
 * torch.optim.RMSprop (Tieleman and Hinton 2012).
 */
final class RmsProp implements Optimizer {
  private static final double ALPHA = 0.99;
  private static final double EPSILON = 1e-8;

  private static final UpdateFormulas FORMULAS =
      new UpdateFormulas(
          List.of(
              new FormulaLine(
                  "v ← α·v + (1 − α)·g²", "v \\leftarrow \\alpha\\,v + (1 - \\alpha)\\,g^2")),
          new FormulaLine(
              "W ← W − lr·g / (√v + ε)",
              "W \\leftarrow W - \\mathrm{lr}\\,g / (\\sqrt{v} + \\varepsilon)"),
          List.of("v[...] = 0.99 * v + (1 - 0.99) * d**2", "W -= lr * d / (np.sqrt(v) + 1e-8)"));

  private final Parameters meanOfSquares;

  RmsProp(Shape shape) {
    this(Parameters.zeros(shape));
  }

  RmsProp(Parameters meanOfSquares) {
    this.meanOfSquares = meanOfSquares;
  }

  @Override
  public void update(Parameters weights, Parameters gradients, double learningRate) {
    for (int k = 0; k < weights.count(); k++) {
      double[] p = weights.data(k);
      double[] g = gradients.data(k);
      double[] v = meanOfSquares.data(k);
      for (int i = 0; i < p.length; i++) {
        v[i] = mean(v[i], g[i]);
        p[i] -= learningRate * g[i] / divisor(v[i]);
      }
    }
  }

  private static double mean(double v, double g) {
    return ALPHA * v + (1 - ALPHA) * (g * g);
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
  public UpdateFormulas formulas() {
    return FORMULAS;
  }

  @Override
  public Map<String, Double> constants() {
    Map<String, Double> constants = new LinkedHashMap<>();
    constants.put("α", ALPHA);
    constants.put("ε", EPSILON);
    return constants;
  }

  @Override
  public double remembered(String memory, double before, double gradient) {
    return mean(before, gradient);
  }

  @Override
  public List<Term> remembering(String memory, String index, double before, double gradient) {
    return OptimizerTerms.mean(
        "α", ALPHA, memory, index, before, OptimizerTerms.squared(index, gradient));
  }

  @Override
  public double step(double learningRate, double gradient, double... remembered) {
    return learningRate * gradient / divisor(remembered[0]);
  }

  @Override
  public Term change(String index, double learningRate, double gradient, double... remembered) {
    return Term.of(OptimizerTerms.minus(learningRate), OptimizerTerms.gradient(index, gradient))
        .over(OptimizerTerms.number("(√v" + index + " + ε)", divisor(remembered[0])));
  }
}
