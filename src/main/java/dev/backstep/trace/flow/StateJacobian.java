package dev.backstep.trace.flow;

import dev.backstep.net.Cell;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;

/** The matrix ∂h_later/∂h_earlier (H, H), row i the gradient of unit i of the later state. */
public final class StateJacobian {
  private StateJacobian() {}

  /**
   * The product of the Jacobians of the cells between two timesteps, unit by unit sent back by the
   * engine. Another state, as c of an LSTM, is held where it is at the earlier timestep.
   *
   * @param later at least {@code earlier}
   */
  public static DMatrixRMaj of(StatePropagation cells, int later, int earlier) {
    int hidden = cells.weights().shape().hidden();
    DMatrixRMaj jacobian = new DMatrixRMaj(hidden, hidden);
    for (int i = 0; i < hidden; i++) {
      cells.send(cells.unit(i), later, earlier);
      double[] row = cells.row(cells.net().gradientOf(Cell.H), earlier);
      System.arraycopy(row, 0, jacobian.data, i * hidden, hidden);
    }
    return jacobian;
  }

  /** Its singular values from the largest; empty where they are not to be had. */
  public static Optional<double[]> singularValues(StatePropagation cells, int later, int earlier) {
    return Spectrum.singularValues(of(cells, later, earlier));
  }
}
