package dev.backstep.trace.flow;

import dev.backstep.net.Cell;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import java.util.ArrayList;
import java.util.List;

/** The gradients of single losses in earlier states: what dh is the sum of. */
public final class LossShares {
  private final Trace trace;
  private final StatePropagation cells;
  private final Vector gradient;

  public LossShares(Trace trace) {
    this.trace = trace;
    cells = new StatePropagation(trace.example());
    gradient = cells.net().gradientOf(Cell.H);
  }

  /**
   * ∂L_s/∂h_t of one unit for s = t, t+1 …: what each loss has to say of it.
   *
   * @param most so many of them, the nearest
   */
  public List<Double> of(int t, int unit, int most) {
    List<Double> shares = new ArrayList<>();
    for (int loss = t; loss < Math.min(trace.length(), t + most); loss++) {
      cells.send(LossFlow.gradient(trace, loss), loss, t);
      shares.add(cells.row(gradient, t)[unit]);
    }
    return shares;
  }

  /** ‖∂L_s/∂h_t‖ from t = s back to an earlier timestep. */
  public List<Double> norms(int loss, int back) {
    cells.send(LossFlow.gradient(trace, loss), loss, back);
    List<Double> norms = new ArrayList<>();
    for (int t = loss; t >= back; t--) {
      norms.add(StatePropagation.norm(cells.row(gradient, t)));
    }
    return norms;
  }
}
