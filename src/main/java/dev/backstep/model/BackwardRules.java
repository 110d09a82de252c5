package dev.backstep.model;

import dev.backstep.math.Kernels;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * The local rules that the backward pass is made of, one a method, as they are right:
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
 * <p>Each reads some rows of cell t and writes one. Other rules override one of them ({@link
 * ChangedRules}); whatever is computed by rules (training, traces, accumulators) then follows them.
 * Rules hold no state, so one object serves any number of networks and threads.
 */
public class BackwardRules {
  /** Without a fault. */
  public static final BackwardRules RIGHT = new BackwardRules();

  /**
   * What is read for a sequence: itself.
   *
   * @param ids T character ids, not modified
   * @param longest the length of the longest sequence of the data
   */
  public int[] inputs(int[] ids, int longest) {
    return ids;
  }

  /** What should be predicted for a sequence: its own targets. */
  public int[] targets(int[] ids, int longest) {
    return ids;
  }

  /** Before a sequence: the gradients of the one before are cleared. */
  public void begin(Parameters gradients) {
    gradients.setZero();
  }

  /** Whether the gradients of one sequence reach the next, because {@link #begin} leaves them. */
  public boolean handsOnGradients() {
    return false;
  }

  /** What the forward pass returns to the backward pass: the H and O that it computed. */
  public void keep(SequenceBuffers buffers) {}

  /** {@code e = o − y}: the gradient of softmax and cross-entropy together. */
  public void outputError(SequenceBuffers buffers, int t) {
    double[] o = buffers.o(t);
    double[] e = buffers.e(t);
    System.arraycopy(o, 0, e, 0, o.length);
    e[buffers.target(t)] -= 1;
  }

  /** {@code e·W3} of every timestep: the only rule that no other timestep has to wait for. */
  public void fromOutput(Weights weights, SequenceBuffers buffers) {
    buffers.dhFromOutput().setZero(0);
    Kernels.addProducts(buffers.errors(), 0, weights.w3(), buffers.dhFromOutput(), 0);
  }

  /** {@code dh_later}: the dh_prev of cell t+1, and zeros for the last cell. */
  public void fromLater(SequenceBuffers buffers, int t) {
    boolean isLast = t == buffers.length() - 1;
    double[] source = isLast ? buffers.zeroState() : buffers.dhPrev(t + 1);
    System.arraycopy(source, 0, buffers.dhFromLater(t), 0, source.length);
  }

  /** {@code dh = e·W3 + dh_later}. */
  public void total(SequenceBuffers buffers, int t) {
    double[] fromOutput = buffers.dhFromOutput(t);
    double[] fromLater = buffers.dhFromLater(t);
    double[] dh = buffers.dh(t);
    for (int j = 0; j < dh.length; j++) {
      dh[j] = fromOutput[j] + fromLater[j];
    }
  }

  /**
   * {@code dtanh = (1 − h²) ⊙ dh}, the derivative of tanh written in its own value; or what the
   * function of the cell has in its place.
   */
  public void throughTanh(SequenceBuffers buffers, int t) {
    if (!buffers.isOfTanh()) {
      buffers.throughFunction(t);
      return;
    }
    double[] h = buffers.h(t);
    double[] dh = buffers.dh(t);
    double[] dtanh = buffers.dtanh(t);
    for (int j = 0; j < h.length; j++) {
      dtanh[j] = (1 - h[j] * h[j]) * dh[j];
    }
  }

  /** {@code dh_prev = dtanh·W2ᵀ}. */
  public void toPrevious(Weights weights, SequenceBuffers buffers, int t) {
    double[] dhPrev = buffers.dhPrev(t);
    Arrays.fill(dhPrev, 0);
    Kernels.addProduct(buffers.dtanh(t), weights.w2Transposed(), dhPrev);
  }

  /** The column of what cell t adds to a weight gradient: {@code h_{t−1}} of dW2, e of dW3. */
  public double[] left(Share share, SequenceBuffers buffers, int t) {
    return share.left(buffers, t);
  }

  /** The row of what cell t adds to a weight gradient: dtanh of dW2, {@code h_t} of dW3. */
  public double[] right(Share share, SequenceBuffers buffers, int t) {
    return share.right(buffers, t);
  }

  /**
   * The shares of the cells {@code until−1 … from} come into a gradient: each is added.
   *
   * @param cells adds shares
   * @param parameter the name of the weight
   * @param sum the gradient as these cells find it, modified
   */
  public void accumulate(
      CellSums cells,
      String parameter,
      SequenceBuffers buffers,
      int from,
      int until,
      DMatrixRMaj sum) {
    cells.add(parameter, buffers, from, until, sum);
  }

  /** After a sequence: the gradients are those that the cells left. */
  public void finish(Parameters gradients) {}
}
