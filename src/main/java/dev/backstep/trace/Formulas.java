package dev.backstep.trace;

import java.util.ArrayList;
import java.util.List;

/** The equations as they are written: with row vectors and with column vectors. */
final class Formulas {
  private Formulas() {}

  /** In the project's names: a row vector times a matrix. */
  static List<FormulaLine> inRows(Equation equation) {
    return switch (equation) {
      case H ->
          line(
              "h = tanh(x·W1 + h_prev·W2 + bh)",
              "h = \\tanh(x\\,W_1 + h_{\\mathrm{prev}}\\,W_2 + b_h)");
      case O -> line("o = softmax(h·W3ᵀ + bo)", "o = \\mathrm{softmax}(h\\,W_3^{\\top} + b_o)");
      case DH ->
          line("dh = e·W3 + dh_later", "\\mathrm{d}h = e\\,W_3 + \\mathrm{d}h_{\\mathrm{later}}");
      case DW_OUTPUT ->
          List.of(
              new FormulaLine("dW3 += eᵀ·h", "\\mathrm{d}W_3 \\mathrel{+}= e^{\\top} h"),
              new FormulaLine("dbo += e", "\\mathrm{d}b_o \\mathrel{+}= e"));
      case DW_HIDDEN ->
          List.of(
              new FormulaLine(
                  "dW1 += xᵀ·dtanh", "\\mathrm{d}W_1 \\mathrel{+}= x^{\\top}\\,\\mathrm{dtanh}"),
              new FormulaLine(
                  "dW2 += h_prevᵀ·dtanh",
                  "\\mathrm{d}W_2 \\mathrel{+}= h_{\\mathrm{prev}}^{\\top}\\,\\mathrm{dtanh}"),
              hiddenBias());
      case DXT -> line("dxt = dtanh·W1ᵀ", "\\mathrm{d}x_t = \\mathrm{dtanh}\\,W_1^{\\top}");
      case DH_PREV ->
          line(
              "dh_prev = dtanh·W2ᵀ",
              "\\mathrm{d}h_{\\mathrm{prev}} = \\mathrm{dtanh}\\,W_2^{\\top}");
      case LOSS, E, DTANH, UPDATE -> inBoth(equation);
    };
  }

  /** In the names of the literature: a matrix times a column vector. */
  static List<FormulaLine> inColumns(Equation equation) {
    return switch (equation) {
      case H ->
          line(
              "h = tanh(Wxh·x + Whh·h_prev + bh)",
              "h = \\tanh(W_{xh}\\,x + W_{hh}\\,h_{\\mathrm{prev}} + b_h)");
      case O -> line("o = softmax(Why·h + by)", "o = \\mathrm{softmax}(W_{hy}\\,h + b_y)");
      case DH ->
          line(
              "dh = Whyᵀ·e + dh_later",
              "\\mathrm{d}h = W_{hy}^{\\top}\\,e + \\mathrm{d}h_{\\mathrm{later}}");
      case DW_OUTPUT ->
          List.of(
              new FormulaLine("dWhy += e·hᵀ", "\\mathrm{d}W_{hy} \\mathrel{+}= e\\,h^{\\top}"),
              new FormulaLine("dby += e", "\\mathrm{d}b_y \\mathrel{+}= e"));
      case DW_HIDDEN ->
          List.of(
              new FormulaLine(
                  "dWxh += dtanh·xᵀ",
                  "\\mathrm{d}W_{xh} \\mathrel{+}= \\mathrm{dtanh}\\,x^{\\top}"),
              new FormulaLine(
                  "dWhh += dtanh·h_prevᵀ",
                  "\\mathrm{d}W_{hh} \\mathrel{+}= \\mathrm{dtanh}\\,h_{\\mathrm{prev}}^{\\top}"),
              hiddenBias());
      case DXT -> line("dxt = Wxhᵀ·dtanh", "\\mathrm{d}x_t = W_{xh}^{\\top}\\,\\mathrm{dtanh}");
      case DH_PREV ->
          line(
              "dh_prev = Whhᵀ·dtanh",
              "\\mathrm{d}h_{\\mathrm{prev}} = W_{hh}^{\\top}\\,\\mathrm{dtanh}");
      case LOSS, E, DTANH, UPDATE -> inBoth(equation);
    };
  }

  /** What goes entry by entry is written alike. */
  private static List<FormulaLine> inBoth(Equation equation) {
    return switch (equation) {
      case LOSS -> line("loss = Σₜ −ln oₜ[yₜ]", "\\mathrm{loss} = \\sum_t -\\ln o_t[y_t]");
      case E -> line("e = o − y", "e = o - y");
      case DTANH ->
          line("dtanh = (1 − h²) ⊙ dh", "\\mathrm{dtanh} = (1 - h^2) \\odot \\mathrm{d}h");
      case UPDATE -> line("W_after = W + ΔW", "W_{\\mathrm{after}} = W + \\Delta W");
      default -> throw new IllegalArgumentException(equation + " depends on the notation");
    };
  }

  /** The update as an optimiser does it: clipping, what it remembers, and the step. */
  static List<FormulaLine> of(UpdateRule rule) {
    List<FormulaLine> lines = new ArrayList<>();
    lines.add(
        switch (rule.clip().kind()) {
          case NONE -> new FormulaLine("g = dW", "g = \\mathrm{d}W");
          case GLOBAL_NORM ->
              new FormulaLine(
                  "g = dW · min(1, limit / ‖all dW‖)",
                  "g = \\mathrm{d}W \\cdot \\min(1,\\ \\mathrm{limit} / "
                      + "\\lVert \\mathrm{all\\ d}W \\rVert)");
          case ELEMENTWISE ->
              new FormulaLine(
                  "g = max(−limit, min(limit, dW))",
                  "g = \\max(-\\mathrm{limit},\\ \\min(\\mathrm{limit},\\ \\mathrm{d}W))");
        });
    lines.addAll(rule.formulas().memory());
    lines.add(rule.formulas().step());
    return List.copyOf(lines);
  }

  private static FormulaLine hiddenBias() {
    return new FormulaLine("dbh += dtanh", "\\mathrm{d}b_h \\mathrel{+}= \\mathrm{dtanh}");
  }

  private static List<FormulaLine> line(String text, String latex) {
    return List.of(new FormulaLine(text, latex));
  }
}
