package dev.backstep.ui.tour;

import dev.backstep.math.MatrixView;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import dev.backstep.trace.flow.StatePropagation;
import java.util.ArrayList;
import java.util.List;

/** The gradients of single losses in earlier states, by the engine. */
final class LossShares {
  private final Trace trace;
  private final StatePropagation cells;
  private final Vector gradient;

  LossShares(Trace trace) {
    this.trace = trace;
    cells = new StatePropagation(trace.example());
    gradient = cells.net().gradientOf(Cell.H);
  }

  /**
   * ∂L_s/∂h_t of one unit for s = t, t+1 …: what each loss has to say of it.
   *
   * @param most so many of them, the nearest
   */
  List<Double> of(int t, int unit, int most) {
    List<Double> shares = new ArrayList<>();
    for (int loss = t; loss < Math.min(trace.length(), t + most); loss++) {
      cells.send(ofOutput(loss), loss, t);
      shares.add(cells.row(gradient, t)[unit]);
    }
    return shares;
  }

  /** ‖∂L_s/∂h_t‖ from t = s back to an earlier timestep. */
  List<Double> norms(int loss, int back) {
    cells.send(ofOutput(loss), loss, back);
    List<Double> norms = new ArrayList<>();
    for (int t = loss; t >= back; t--) {
      norms.add(norm(cells.row(gradient, t)));
    }
    return norms;
  }

  /** What the output hands to the state of its own timestep. */
  private double[] ofOutput(int loss) {
    MatrixView rows = trace.values(Head.DH_FROM_OUTPUT);
    double[] row = new double[rows.cols()];
    for (int i = 0; i < row.length; i++) {
      row[i] = rows.get(loss, i);
    }
    return row;
  }

  private static double norm(double[] row) {
    double sum = 0;
    for (double entry : row) {
      sum += entry * entry;
    }
    return Math.sqrt(sum);
  }
}
