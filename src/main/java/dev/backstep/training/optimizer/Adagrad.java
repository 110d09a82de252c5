package dev.backstep.training.optimizer;

import dev.backstep.model.Parameters;
import dev.backstep.model.Shape;
import dev.backstep.trace.FormulaLine;
import dev.backstep.trace.Term;
import dev.backstep.trace.UpdateFormulas;
import java.util.List;
import java.util.Map;

/**
 * {@code m += g²; p −= lr·g/√(m + ε)}, ε = 1e-8 inside the root as in min-char-rnn (Duchi, Hazan
 * and Singer 2011).
 */
final class Adagrad implements Optimizer {
  private static final double EPSILON = 1e-8;

  private static final UpdateFormulas FORMULAS =
      new UpdateFormulas(
          List.of(new FormulaLine("m ← m + g²", "m \\leftarrow m + g^2")),
          new FormulaLine(
              "W ← W − lr·g / √(m + ε)",
              "W \\leftarrow W - \\mathrm{lr}\\,g / \\sqrt{m + \\varepsilon}"),
          List.of("m += d**2", "W -= lr * d / np.sqrt(m + 1e-8)"));

  private final Parameters sumOfSquares;

  Adagrad(Shape shape) {
    this(Parameters.zeros(shape));
  }

  Adagrad(Parameters sumOfSquares) {
    this.sumOfSquares = sumOfSquares;
  }

  @Override
  public void update(Parameters weights, Parameters gradients, double learningRate) {
    for (int k = 0; k < weights.count(); k++) {
      double[] p = weights.data(k);
      double[] g = gradients.data(k);
      double[] m = sumOfSquares.data(k);
      for (int i = 0; i < p.length; i++) {
        m[i] = sum(m[i], g[i]);
        p[i] -= learningRate * g[i] / divisor(m[i]);
      }
    }
  }

  private static double sum(double m, double g) {
    return m + g * g;
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
  public UpdateFormulas formulas() {
    return FORMULAS;
  }

  @Override
  public Map<String, Double> constants() {
    return Map.of("ε", EPSILON);
  }

  @Override
  public double remembered(String memory, double before, double gradient) {
    return sum(before, gradient);
  }

  @Override
  public List<Term> remembering(String memory, String index, double before, double gradient) {
    return List.of(
        OptimizerTerms.before(memory, index, before),
        Term.of(OptimizerTerms.squared(index, gradient)));
  }

  @Override
  public double step(double learningRate, double gradient, double... remembered) {
    return learningRate * gradient / divisor(remembered[0]);
  }

  @Override
  public Term change(String index, double learningRate, double gradient, double... remembered) {
    return Term.of(OptimizerTerms.minus(learningRate), OptimizerTerms.gradient(index, gradient))
        .over(OptimizerTerms.number("√(m" + index + " + ε)", divisor(remembered[0])));
  }
}
