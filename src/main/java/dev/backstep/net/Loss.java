package dev.backstep.net;

import java.util.List;

/** How the loss of a timestep is written; its gradient is an equation like any other. */
public enum Loss {
  /** {@code −ln o[y]}, in nats. */
  CROSS_ENTROPY(
      "loss = Σₜ −ln oₜ[yₜ]",
      "\\mathrm{loss} = \\sum_t -\\ln o_t[y_t]",
      List.of("loss_t = -np.log(o[y])", "loss += loss_t"),
      List.of("loss_t = -np.log(o[y, 0])", "loss += loss_t"));

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

  /** Its lines. */
  public List<String> lines(Script script, boolean inColumns) {
    return switch (script) {
      case TEXT -> text;
      case LATEX -> latex;
      case NUMPY -> inColumns ? this.inColumns : inRows;
    };
  }
}
