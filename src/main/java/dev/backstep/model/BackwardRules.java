package dev.backstep.model;

import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * How a sequence is gone through: by which equations, and what is done that no equation can say. As
 * they stand here the equations are those of the net and nothing else is done.
 *
 * <p>Other rules override one of them ({@link ChangedRules}); whatever is computed by rules
 * (training, traces, accumulators) then follows them. Rules hold no state, so one object serves any
 * number of networks and threads.
 */
public class BackwardRules {
  /** Without a fault. */
  public static final BackwardRules RIGHT = new BackwardRules();

  /**
   * The equations that are computed: those of the net.
   *
   * @param right the net as it should be
   * @throws IllegalArgumentException if these rules are none of this net
   */
  public Net net(Net right) {
    return right;
  }

  /** Whether nothing but equations of the net may be others than those that are right. */
  public boolean isOfEquations() {
    return this == RIGHT;
  }

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

  /** What the forward pass returns to the backward pass: the rows that it computed. */
  public void keep(SequenceBuffers buffers) {}

  /** The character that the gradient of the loss takes for the one to predict: the target. */
  public int target(SequenceBuffers buffers, int t) {
    return buffers.target(t);
  }

  /**
   * The loss of a timestep as the forward pass reports it: that of its output.
   *
   * @param nats that one, without the weight of the timestep
   */
  public double loss(SequenceBuffers buffers, int t, double nats) {
    return nats;
  }

  /**
   * What becomes of a row of a vector once it is computed: nothing. Asked once, when the pass is
   * made.
   *
   * @param net the net as it should be
   * @return works on the row; null for nothing
   */
  public @Nullable RowKernel after(Vector vector, Net net) {
    return null;
  }

  /**
   * The column of what cell t adds to a weight gradient: the one that the equations say.
   *
   * @param row that one, not to be modified
   */
  public double[] left(Share share, SequenceBuffers buffers, int t, double[] row) {
    return row;
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

  /**
   * After all sequences of a batch, each of whose gradients was added: they are those sums.
   *
   * @param cells adds shares
   * @param sequences what was computed of each
   * @param gradients the sums, modified
   */
  public void gather(CellSums cells, List<SequenceBuffers> sequences, Parameters gradients) {}

  /** After a sequence: the gradients are those that the cells left. */
  public void finish(Parameters gradients) {}
}
