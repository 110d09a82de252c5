package dev.backstep.model;

import dev.backstep.math.Kernels;
import dev.backstep.math.Rows;
import java.util.List;
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
  private final List<String> names;
  private final Share[] shares;
  private final Rows[] scratch;
  private double[][] left = {};
  private double[][] right = {};

  /** Sums of the shares of right or of other rules. */
  public CellSums(BackwardRules rules, Shape shape) {
    names = shape.net().names();
    Shape computed = shape.by(rules);
    shares = names.stream().map(name -> new Share(computed, rules, name)).toArray(Share[]::new);
    scratch =
        shape.net().weights().stream()
            .map(weight -> new Rows(3, shape.size(weight.cols())))
            .toArray(Rows[]::new);
  }

  /**
   * Adds the shares of some cells.
   *
   * @param parameter the name of the weight
   * @param sum of the parameter's shape, modified
   * @throws IllegalArgumentException if the net has no such weight
   */
  public void add(String parameter, SequenceBuffers buffers, int from, int until, DMatrixRMaj sum) {
    int place = names.indexOf(parameter);
    if (place < 0) {
      throw new IllegalArgumentException("no parameter is called '" + parameter + "'");
    }
    Share share = shares[place];
    if (share.isRow()) {
      addRows(share, buffers, from, until, sum);
    } else {
      addProducts(share, buffers, from, until, sum, scratch[place]);
    }
  }

  /**
   * Adds what is seen of the shares of all cells from a direction, {@code uᵀ·leftᵀ·right} of each.
   *
   * @param sum modified
   * @return whether the shares are products; else it is as cheap to add them
   */
  boolean see(String parameter, SequenceBuffers buffers, double[] direction, double[] sum) {
    Share share = shares[names.indexOf(parameter)];
    if (share.isRow()) {
      return false;
    }
    for (int t = buffers.length() - 1; t >= 0; t--) {
      double[] row = share.left(buffers, t);
      Kernels.addScaled(Kernels.dot(direction, row), share.right(buffers, t), sum);
    }
    return true;
  }

  /** x is one-hot: the share of dW1 stands in the row of the character that was read. */
  private void addRows(Share share, SequenceBuffers buffers, int from, int until, DMatrixRMaj sum) {
    int cols = sum.numCols;
    for (int t = until - 1; t >= from; t--) {
      double[] row = share.right(buffers, t);
      if (share.isAtInput() && buffers.input(t) < 0) {
        continue;
      }
      int begin = share.isAtInput() ? buffers.input(t) * cols : 0;
      for (int j = 0; j < cols; j++) {
        sum.data[begin + j] += row[j];
      }
    }
  }

  private void addProducts(
      Share share, SequenceBuffers buffers, int from, int until, DMatrixRMaj sum, Rows kept) {
    makeRoom(buffers.length());
    for (int t = from; t < until; t++) {
      left[t] = share.left(buffers, t);
      right[t] = share.right(buffers, t);
    }
    Kernels.addOuterProducts(left, right, from, until, sum, kept);
  }

  private void makeRoom(int length) {
    if (left.length < length) {
      left = new double[length][];
      right = new double[length][];
    }
  }
}
