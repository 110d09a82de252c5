package dev.backstep.net;

import java.util.List;
import java.util.Locale;

/**
 * How the loss of a timestep is computed and written; its gradient is an equation like any other.
 */
public enum Loss {
  /** {@code −ln o[y]}, in nats. */
  CROSS_ENTROPY(
      "loss = Σₜ −ln %1$sₜ[%2$sₜ]",
      "\\mathrm{loss} = \\sum_t -\\ln %1$s_t[%2$s_t]",
      List.of("loss_t = -np.log(%1$s[%2$s])", "loss += loss_t"),
      List.of("loss_t = -np.log(%1$s[%2$s, 0])", "loss += loss_t")),

  /** {@code −Σ y·ln o + (1−y)·ln(1−o)}, in nats. */
  BINARY_CROSS_ENTROPY(
      "loss = Σₜ −Σₖ (%2$sₜ[k]·ln %1$sₜ[k] + (1−%2$sₜ[k])·ln(1−%1$sₜ[k]))",
      "\\mathrm{loss} = \\sum_t -\\sum_k %2$s_t[k] \\ln %1$s_t[k] + (1-%2$s_t[k])"
          + " \\ln(1-%1$s_t[k])",
      List.of(
          "loss_t = -np.sum(%2$s * np.log(%1$s) + (1 - %2$s) * np.log(1 - %1$s))",
          "loss += loss_t")),

  /** {@code ½·Σ (o−y)²}. */
  SQUARED_ERROR(
      "loss = Σₜ ½·Σₖ (%1$sₜ[k] − %2$sₜ[k])²",
      "\\mathrm{loss} = \\sum_t \\frac{1}{2} \\sum_k (%1$s_t[k] - %2$s_t[k])^2",
      List.of("loss_t = 0.5 * np.sum((%1$s - %2$s) ** 2)", "loss += loss_t")),

  /** {@code Σ upstream·h}: the loss whose gradient at every state is the one that is given. */
  GIVEN(
      "loss = Σₜ %2$sₜ·%1$sₜ",
      "\\mathrm{loss} = \\sum_t %2$s \\cdot %1$s_t",
      List.of("loss_t = np.sum(%2$s * %1$s)", "loss += loss_t"));

  private final List<String> text;
  private final List<String> latex;
  private final List<String> inRows;
  private final List<String> inColumns;

  Loss(String text, String latex, List<String> inRows, List<String> inColumns) {
    this.text = List.of(text);
    this.latex = List.of(latex);
    this.inRows = inRows;
    this.inColumns = inColumns;
  }

  /** A loss whose lines are the same in rows and in columns. */
  Loss(String text, String latex, List<String> numPy) {
    this(text, latex, numPy, numPy);
  }

  /**
   * The loss of one timestep.
   *
   * @param output (K); h (H) of {@link #GIVEN}
   * @param target (K); of {@link #GIVEN} the gradient of h
   * @param character the one to predict, of {@link #CROSS_ENTROPY}, which needs no target
   */
  public double of(double[] output, double[] target, int character) {
    double sum = 0;
    for (int k = 0; k < target.length && this != CROSS_ENTROPY; k++) {
      sum +=
          switch (this) {
            case BINARY_CROSS_ENTROPY ->
                -timesLog(target[k], output[k]) - timesLog(1 - target[k], 1 - output[k]);
            case SQUARED_ERROR -> 0.5 * (output[k] - target[k]) * (output[k] - target[k]);
            default -> target[k] * output[k];
          };
    }
    return this == CROSS_ENTROPY ? -StrictMath.log(output[character]) : sum;
  }

  /** {@code a·ln p}, which is 0 where a is. */
  private static double timesLog(double a, double p) {
    return a == 0 ? 0 : a * StrictMath.log(p);
  }

  /**
   * Its lines.
   *
   * @param output how the output is written; h of {@link #GIVEN}
   * @param target how that is written which should be predicted; the gradient of h of {@link
   *     #GIVEN}
   */
  List<String> lines(Script script, boolean isInColumns, String output, String target) {
    List<String> lines =
        switch (script) {
          case TEXT -> text;
          case LATEX -> latex;
          case NUMPY -> isInColumns ? inColumns : inRows;
        };
    return lines.stream().map(line -> String.format(Locale.ROOT, line, output, target)).toList();
  }
}
