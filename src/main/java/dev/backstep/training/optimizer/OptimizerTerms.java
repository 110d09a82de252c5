package dev.backstep.training.optimizer;

import dev.backstep.trace.Factor;
import dev.backstep.trace.Term;
import java.util.List;

/** The factors that the formulas of the optimisers are written with. */
final class OptimizerTerms {
  private OptimizerTerms() {}

  static Factor number(String symbol, double value) {
    return new Factor(symbol, value);
  }

  /** {@code m_before}. */
  static Term before(String memory, String index, double value) {
    return Term.of(number(memory + "_before" + index, value));
  }

  static Factor gradient(String index, double value) {
    return number("g" + index, value);
  }

  static Factor squared(String index, double gradient) {
    return number("g" + index + "²", gradient * gradient);
  }

  static Factor minus(double learningRate) {
    return number("−lr", -learningRate);
  }

  /** {@code α·v_before + (1 − α)·g²}, with any name for α and any news for g². */
  static List<Term> mean(
      String rate, double value, String memory, String index, double before, Factor news) {
    return List.of(
        Term.of(number(rate, value), number(memory + "_before" + index, before)),
        Term.of(number("(1 − " + rate + ")", 1 - value), news));
  }
}
