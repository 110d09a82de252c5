package dev.backstep.net;

import java.util.List;

/** How the loss of a timestep is computed and written; its gradient is an equation like any other. */
public enum Loss {
  /** {@code −ln o[y]}, in nats. */
  CROSS_ENTROPY(
      "loss = Σₜ −ln oₜ[yₜ]",
      "\\mathrm{loss} = \\sum_t -\\ln o_t[y_t]",
      List.of("loss_t = -np.log(o[y])", "loss += loss_t"),
      List.of("loss_t = -np.log(o[y, 0])", "loss += loss_t")),

  /** {@code −Σ y·ln o + (1−y)·ln(1−o)}, in nats. */
  BINARY_CROSS_ENTROPY(
      "loss = Σₜ −Σₖ (yₜ[k]·ln oₜ[k] + (1−yₜ[k])·ln(1−oₜ[k]))",
      "\\mathrm{loss} = \\sum_t -\\sum_k y_t[k] \\ln o_t[k] + (1-y_t[k]) \\ln(1-o_t[k])",
      List.of("loss_t = -np.sum(y * np.log(o) + (1 - y) * np.log(1 - o))", "loss += loss_t")),

  /** {@code ½·Σ (o−y)²}. */
  SQUARED_ERROR(
      "loss = Σₜ ½·Σₖ (oₜ[k] − yₜ[k])²",
      "\\mathrm{loss} = \\sum_t \\frac{1}{2} \\sum_k (o_t[k] - y_t[k])^2",
      List.of("loss_t = 0.5 * np.sum((o - y) ** 2)", "loss += loss_t")),

  /** {@code Σ upstream·h}: the loss whose gradient at every state is the one that is given. */
  GIVEN(
      "loss = Σₜ upstream_dhₜ·hₜ",
      "\\mathrm{loss} = \\sum_t \\mathrm{d}h_{\\mathrm{upstream}} \\cdot h_t",
      List.of("loss_t = np.sum(upstream_dh * h)", "loss += loss_t"));

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

  /** Its lines. */
  public List<String> lines(Script script, boolean inColumns) {
    return switch (script) {
      case TEXT -> text;
      case LATEX -> latex;
      case NUMPY -> inColumns ? this.inColumns : inRows;
    };
  }
}
