package dev.backstep.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * The formulas of an optimiser, of any entry: g is the gradient after clipping, W a weight or bias.
 *
 * @param memory how what it remembers came about; empty if it remembers nothing
 * @param step what it does to a weight
 * @param numPy the same as lines of NumPy, for arrays W, d and one for each memory, in place
 */
public record UpdateFormulas(List<FormulaLine> memory, FormulaLine step, List<String> numPy) {
  public UpdateFormulas {
    memory = List.copyOf(memory);
    numPy = List.copyOf(numPy);
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
}
