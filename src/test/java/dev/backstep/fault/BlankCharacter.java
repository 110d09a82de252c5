package dev.backstep.fault;

import dev.backstep.math.MatrixView;
import dev.backstep.model.Parameters;
import dev.backstep.model.RandomNet;
import dev.backstep.model.Shape;
import java.util.Arrays;

/**
 * A character more, at the id that padding uses, which is nothing: its row of W1 is zeros, so that
 * to read it is to read a vector of zeros, and with an output bias of −∞ it is never predicted, so
 * that at padded timesteps, where it is the target, e is o on all other characters.
 */
final class BlankCharacter {
  private BlankCharacter() {}

  /** The same network and sequence, with the blank before all other characters. */
  static RandomNet before(RandomNet net) {
    Shape shape = net.parameters().shape();
    Parameters parameters = Parameters.zeros(new Shape(shape.vocabulary() + 1, shape.hidden()));
    for (String name : Parameters.NAMES) {
      double[] from = net.parameters().get(name).data;
      double[] to = parameters.get(name).data;
      System.arraycopy(from, 0, to, to.length - from.length, from.length);
    }
    parameters.get(Parameters.BO).data[0] = Double.NEGATIVE_INFINITY;
    return new RandomNet(parameters, oneMore(net.inputs()), oneMore(net.targets()), net.h0());
  }

  private static int[] oneMore(int[] ids) {
    return Arrays.stream(ids).map(id -> id + 1).toArray();
  }

  /** A gradient without what belongs to the blank: a row, or an entry of bo. */
  static MatrixView without(String name, MatrixView gradient) {
    boolean hasRow = name.equals(Parameters.W1) || name.equals(Parameters.W3);
    int row = hasRow ? 1 : 0;
    int col = name.equals(Parameters.BO) ? 1 : 0;
    return new MatrixView() {
      @Override
      public int rows() {
        return gradient.rows() - row;
      }

      @Override
      public int cols() {
        return gradient.cols() - col;
      }

      @Override
      public double get(int i, int j) {
        return gradient.get(i + row, j + col);
      }
    };
  }
}
