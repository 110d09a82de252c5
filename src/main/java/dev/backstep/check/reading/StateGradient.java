package dev.backstep.check.reading;

import dev.backstep.check.submission.Computed;
import dev.backstep.math.Kernels;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Vector;

/**
 * Tells what a gradient of the hidden states is that PyTorch kept: that of the states which
 * torch.nn.RNN returns has only what comes from the output, since what comes from later cells goes
 * past what it returns; that of each state of a loop has both.
 */
final class StateGradient {
  private final Computed right;
  private final int length;

  StateGradient(Computed right) {
    this.right = right;
    length = right.example().length();
  }

  /** Whether rows point less along dh than along its part from the output, whatever their scale. */
  boolean isFromOutput(double[][] rows) {
    return cosine(rows, Head.DH_FROM_OUTPUT) > cosine(rows, Cell.DH);
  }

  private double cosine(double[][] rows, Vector quantity) {
    double product = 0;
    double square = 0;
    for (int t = 0; t < length; t++) {
      double[] expected = right.row(quantity, t);
      product += Kernels.dot(rows[t], expected);
      square += Kernels.dot(expected, expected);
    }
    return product / Math.sqrt(square);
  }
}
