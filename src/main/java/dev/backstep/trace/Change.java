package dev.backstep.trace;

import dev.backstep.math.Mapped;
import dev.backstep.math.MatrixView;
import java.util.List;

/** The change of each entry of a parameter in an update whose rule is known, bit for bit. */
final class Change implements MatrixView {
  private final UpdateRule rule;
  private final MatrixView gradient;
  private final List<MatrixView> memory;

  Change(Trace trace, UpdateRule rule, String parameter) {
    this.rule = rule;
    gradient = new Mapped(trace.gradient(parameter), rule::clipped);
    memory =
        rule.memoryBefore().keySet().stream().map(name -> trace.memory(name, parameter)).toList();
  }

  @Override
  public int rows() {
    return gradient.rows();
  }

  @Override
  public int cols() {
    return gradient.cols();
  }

  @Override
  public double get(int row, int col) {
    double[] remembered = new double[memory.size()];
    for (int i = 0; i < remembered.length; i++) {
      remembered[i] = memory.get(i).get(row, col);
    }
    // From 0, so that no change is not −0.
    return 0 - rule.step(gradient.get(row, col), remembered);
  }
}
