package dev.backstep.training.optimizer;

import dev.backstep.trace.FormulaLine;
import dev.backstep.trace.UpdateFormulas;
import java.util.List;

/** The formulas of {@link Adam} as they are written. */
final class AdamFormulas {
  static final UpdateFormulas ALL =
      new UpdateFormulas(
          List.of(
              new FormulaLine(
                  "m ← β₁·m + (1 − β₁)·g", "m \\leftarrow \\beta_1\\,m + (1 - \\beta_1)\\,g"),
              new FormulaLine(
                  "v ← β₂·v + (1 − β₂)·g²", "v \\leftarrow \\beta_2\\,v + (1 - \\beta_2)\\,g^2"),
              new FormulaLine("m_hat = m / (1 − β₁ⁿ)", "\\hat{m} = m / (1 - \\beta_1^{\\,n})"),
              new FormulaLine("v_hat = v / (1 − β₂ⁿ)", "\\hat{v} = v / (1 - \\beta_2^{\\,n})")),
          new FormulaLine(
              "W ← W − lr·m_hat / (√v_hat + ε)",
              "W \\leftarrow W - \\mathrm{lr}\\,\\hat{m} / (\\sqrt{\\hat{v}} + \\varepsilon)"),
          List.of(
              "m[...] = 0.9 * m + (1 - 0.9) * d",
              "v[...] = 0.999 * v + (1 - 0.999) * d**2",
              "m_hat = m / (1 - 0.9**n)",
              "v_hat = v / (1 - 0.999**n)",
              "W -= lr * m_hat / (np.sqrt(v_hat) + 1e-8)"));

  private AdamFormulas() {}
}
