package dev.backstep.model;

import dev.backstep.math.Rows;
import org.ejml.data.DMatrixRMaj;

/**
 * The parameters as the passes read them: rows of W2 and W3, and their transposes. W1 stays flat,
 * of which a pass reads one row a timestep. Refreshed from {@link Parameters} once a sequence,
 * which costs little beside the passes themselves.
 */
public final class Weights {
  final DMatrixRMaj w1;
  final Rows w2;
  final Rows w3;
  final Rows w2Transposed;
  final Rows w3Transposed;
  final double[] bh;
  final double[] bo;

  Weights(Shape shape) {
    w1 = new DMatrixRMaj(shape.vocabulary(), shape.hidden());
    w2 = new Rows(shape.hidden());
    w3 = new Rows(shape.hidden());
    w2Transposed = new Rows(shape.hidden());
    w3Transposed = new Rows(shape.vocabulary());
    bh = new double[shape.hidden()];
    bo = new double[shape.vocabulary()];
  }

  /** W2, row i for hidden unit i of h_{t−1}: (H, H). */
  public Rows w2() {
    return w2;
  }

  /** W2ᵀ: (H, H). */
  public Rows w2Transposed() {
    return w2Transposed;
  }

  /** W3: (V, H). */
  public Rows w3() {
    return w3;
  }

  void refreshFrom(Parameters parameters) {
    w1.setTo(parameters.get(Parameters.W1));
    w2.copyFrom(parameters.get(Parameters.W2));
    w3.copyFrom(parameters.get(Parameters.W3));
    w2Transposed.copyTransposeOf(w2);
    w3Transposed.copyTransposeOf(w3);
    System.arraycopy(parameters.get(Parameters.BH).data, 0, bh, 0, bh.length);
    System.arraycopy(parameters.get(Parameters.BO).data, 0, bo, 0, bo.length);
  }
}
