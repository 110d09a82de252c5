package dev.backstep.model;

import dev.backstep.math.Kernels;
import dev.backstep.math.Rows;
import org.ejml.data.DMatrixRMaj;

/**
 * Sums of the cells' shares of a weight gradient over the timesteps {@code from … until−1}, added
 * from the last cell to the first. Over all timesteps that is the gradient which training uses;
 * over the last few it is the accumulator as it stands before a cell.
 */
public final class CellSums {
  private CellSums() {}

  /**
   * Adds the shares of some cells.
   *
   * @param name the parameter: dW1 += xᵀ·dtanh, dW2 += h_prevᵀ·dtanh, dW3 += eᵀ·h, dbh += dtanh,
   *     dbo += e
   * @param sum of the parameter's shape, modified
   */
  public static void add(
      String name,
      SequenceBuffers buffers,
      int from,
      int until,
      DMatrixRMaj sum,
      double[] scratch) {
    switch (name) {
      case Parameters.W1 -> addAtInputs(buffers, from, until, sum);
      case Parameters.W2 ->
          Kernels.addOuterProducts(
              buffers.states(), 0, buffers.dtanh(), 0, from, until, sum, scratch);
      case Parameters.W3 ->
          Kernels.addOuterProducts(
              buffers.errors(), 0, buffers.states(), 1, from, until, sum, scratch);
      case Parameters.BH -> addRows(buffers.dtanh(), from, until, sum.data);
      case Parameters.BO -> addRows(buffers.errors(), from, until, sum.data);
      default -> throw new IllegalArgumentException("no parameter is called '" + name + "'");
    }
  }

  /** x is one-hot: the share of dW1 is dtanh, in the row of the character that was read. */
  private static void addAtInputs(SequenceBuffers buffers, int from, int until, DMatrixRMaj sum) {
    int cols = sum.numCols;
    for (int t = until - 1; t >= from; t--) {
      double[] dtanh = buffers.dtanh(t);
      int row = buffers.input(t) * cols;
      for (int j = 0; j < cols; j++) {
        sum.data[row + j] += dtanh[j];
      }
    }
  }

  private static void addRows(Rows rows, int from, int until, double[] sum) {
    for (int t = until - 1; t >= from; t--) {
      Kernels.add(rows.row(t), sum);
    }
  }
}
