package dev.backstep.model;

import dev.backstep.math.Kernels;
import dev.backstep.math.Rows;
import org.ejml.data.DMatrixRMaj;

/**
 * Sums of the cells' shares of a weight gradient over the timesteps {@code from … until−1}, added
 * from the last cell to the first. Over all timesteps that is the gradient which training uses;
 * over the last few it is the accumulator as it stands before a cell. What a share is made of, the
 * rules say.
 *
 * <p>Not for two threads at once: it keeps the rows that it is adding.
 */
public final class CellSums {
  private final BackwardRules rules;
  private final Rows scratch;
  private double[][] left = {};
  private double[][] right = {};

  /** Sums of the shares of right or of other rules. */
  public CellSums(BackwardRules rules, Shape shape) {
    this.rules = rules;
    scratch = new Rows(2, shape.hidden());
  }

  /**
   * Adds the shares of some cells.
   *
   * @param parameter the parameter: dW1 += xᵀ·dtanh, dW2 += h_prevᵀ·dtanh, dW3 += eᵀ·h, dbh +=
   *     dtanh, dbo += e
   * @param sum of the parameter's shape, modified
   */
  public void add(String parameter, SequenceBuffers buffers, int from, int until, DMatrixRMaj sum) {
    makeRoom(buffers.length());
    switch (parameter) {
      case Parameters.W1 -> addAtInputs(buffers, from, until, sum);
      case Parameters.W2 -> addToW2(buffers, from, until, sum);
      case Parameters.W3 -> addToW3(buffers, from, until, sum);
      case Parameters.BH -> addToBh(buffers, from, until, sum.data);
      case Parameters.BO -> addToBo(buffers, from, until, sum.data);
      default -> throw new IllegalArgumentException("no parameter is called '" + parameter + "'");
    }
  }

  private void makeRoom(int length) {
    if (left.length < length) {
      left = new double[length][];
      right = new double[length][];
    }
  }

  /** x is one-hot: the share of dW1 stands in the row of the character that was read. */
  private void addAtInputs(SequenceBuffers buffers, int from, int until, DMatrixRMaj sum) {
    int cols = sum.numCols;
    for (int t = until - 1; t >= from; t--) {
      double[] share = rules.shareOfW1(buffers, t);
      int row = buffers.input(t) * cols;
      for (int j = 0; j < cols; j++) {
        sum.data[row + j] += share[j];
      }
    }
  }

  private void addToW2(SequenceBuffers buffers, int from, int until, DMatrixRMaj sum) {
    for (int t = from; t < until; t++) {
      left[t] = rules.leftOfW2(buffers, t);
      right[t] = rules.rightOfW2(buffers, t);
    }
    Kernels.addOuterProducts(left, right, from, until, sum, scratch);
  }

  private void addToW3(SequenceBuffers buffers, int from, int until, DMatrixRMaj sum) {
    for (int t = from; t < until; t++) {
      left[t] = rules.leftOfW3(buffers, t);
      right[t] = rules.rightOfW3(buffers, t);
    }
    Kernels.addOuterProducts(left, right, from, until, sum, scratch);
  }

  private void addToBh(SequenceBuffers buffers, int from, int until, double[] sum) {
    for (int t = until - 1; t >= from; t--) {
      Kernels.add(rules.shareOfBh(buffers, t), sum);
    }
  }

  private void addToBo(SequenceBuffers buffers, int from, int until, double[] sum) {
    for (int t = until - 1; t >= from; t--) {
      Kernels.add(rules.shareOfBo(buffers, t), sum);
    }
  }
}
