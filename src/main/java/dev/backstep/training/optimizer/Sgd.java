package dev.backstep.training.optimizer;

import dev.backstep.model.Parameters;
import dev.backstep.trace.FormulaLine;
import dev.backstep.trace.Term;
import dev.backstep.trace.UpdateFormulas;
import java.util.List;
import java.util.Map;

/** Gradient descent: {@code p −= lr·g}. */
final class Sgd implements Optimizer {
  private static final UpdateFormulas FORMULAS =
      new UpdateFormulas(
          List.of(),
          new FormulaLine("W ← W − lr·g", "W \\leftarrow W - \\mathrm{lr}\\,g"),
          List.of("W -= lr * d"));

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
  public UpdateFormulas formulas() {
    return FORMULAS;
  }

  @Override
  public Map<String, Double> constants() {
    return Map.of();
  }

  @Override
  public double remembered(String memory, double before, double gradient) {
    throw new IllegalArgumentException("gradient descent remembers no '" + memory + "'");
  }

  @Override
  public List<Term> remembering(String memory, String index, double before, double gradient) {
    throw new IllegalArgumentException("gradient descent remembers no '" + memory + "'");
  }

  @Override
  public double step(double learningRate, double gradient, double... remembered) {
    return learningRate * gradient;
  }

  @Override
  public Term change(String index, double learningRate, double gradient, double... remembered) {
    return Term.of(OptimizerTerms.minus(learningRate), OptimizerTerms.gradient(index, gradient));
  }
}
