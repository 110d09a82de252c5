package dev.backstep.model;

import dev.backstep.math.Kernels;
import java.util.Arrays;

/**
 * The backward pass of {@link ForwardPass}, from cell T−1 down to cell 0, where {@code dh_later} is
 * the {@code dh_prev} of cell t+1 and zero for the last cell:
 *
 * <pre>
 *   e       = o_t − y_t
 *   dh      = e·W3 + dh_later
 *   dtanh   = (1 − h_t²) ⊙ dh
 *   dh_prev = dtanh·W2ᵀ
 *   dW1 += x_tᵀ·dtanh    dW2 += h_{t−1}ᵀ·dtanh    dbh += dtanh
 *   dW3 += eᵀ·h_t        dbo += e
 * </pre>
 *
 * <p>Only the recurrence has to go cell by cell. The weight gradients are sums of one outer product
 * a cell and are added up for the whole sequence afterwards, in the order of the cells.
 */
final class BackwardPass {
  private final Weights weights;
  private final double[] rowOfSum;

  BackwardPass(Shape shape, Weights weights) {
    this.weights = weights;
    rowOfSum = new double[shape.hidden()];
  }

  /** Writes every gradient row of the buffers and adds the weight gradients to the given ones. */
  void run(SequenceBuffers buffers, Parameters gradients) {
    for (int t = buffers.length() - 1; t >= 0; t--) {
      cell(t, buffers);
    }
    addWeightGradients(buffers, gradients);
  }

  private void cell(int t, SequenceBuffers buffers) {
    outputError(buffers.o(t), buffers.target(t), buffers.e(t));
    fromOutput(buffers.e(t), buffers.dhFromOutput(t));
    total(buffers.dhFromOutput(t), buffers.dhFromLater(t), buffers.dh(t));
    throughTanh(buffers.h(t), buffers.dh(t), buffers.dtanh(t));
    toPrevious(buffers.dtanh(t), buffers.dhPrev(t));
  }

  /** {@code e = o − y}: the gradient of softmax and cross-entropy together. */
  private static void outputError(double[] o, int target, double[] e) {
    System.arraycopy(o, 0, e, 0, o.length);
    e[target] -= 1;
  }

  /** {@code e·W3}. */
  private void fromOutput(double[] e, double[] dhFromOutput) {
    Arrays.fill(dhFromOutput, 0);
    Kernels.addProduct(e, weights.w3, dhFromOutput);
  }

  /** {@code dh = e·W3 + dh_later}. */
  private static void total(double[] fromOutput, double[] fromLater, double[] dh) {
    for (int j = 0; j < dh.length; j++) {
      dh[j] = fromOutput[j] + fromLater[j];
    }
  }

  /** {@code dtanh = (1 − h²) ⊙ dh}, the derivative of tanh written in its own value. */
  private static void throughTanh(double[] h, double[] dh, double[] dtanh) {
    for (int j = 0; j < h.length; j++) {
      dtanh[j] = (1 - h[j] * h[j]) * dh[j];
    }
  }

  /** {@code dh_prev = dtanh·W2ᵀ}. */
  private void toPrevious(double[] dtanh, double[] dhPrev) {
    Arrays.fill(dhPrev, 0);
    Kernels.addProduct(dtanh, weights.w2Transposed, dhPrev);
  }

  private void addWeightGradients(SequenceBuffers buffers, Parameters gradients) {
    for (int i = 0; i < gradients.count(); i++) {
      String name = Parameters.NAMES.get(i);
      CellSums.add(name, buffers, 0, buffers.length(), gradients.get(name), rowOfSum);
    }
  }
}
