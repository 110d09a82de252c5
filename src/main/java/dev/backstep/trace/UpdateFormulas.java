package dev.backstep.trace;

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
}
