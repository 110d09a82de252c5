package dev.backstep.trace.flow;

import dev.backstep.math.MatrixView;
import dev.backstep.net.Head;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import java.util.List;
import java.util.OptionalInt;

/**
 * The gradient of the loss of one timestep s alone, ∂L_s/∂h_t for every t ≤ s, by its norms: one
 * row of the triangle.
 */
public final class LossFlow {
  /** What is left of a gradient where it is said to have been forgotten. */
  public static final double LITTLE = 0.01;

  private final Net net;
  private final int loss;
  private final double[][] ofStates;
  private final double[][] ofHandedBack;
  private final double[] ofPreActivations;

  private LossFlow(Net net, int loss) {
    this.net = net;
    this.loss = loss;
    ofStates = new double[net.states().size()][loss + 1];
    ofHandedBack = new double[net.states().size()][loss + 1];
    ofPreActivations = new double[loss + 1];
  }

  /**
   * Sends the gradient of one loss back. The cells keep its rows until another is sent.
   *
   * @param cells of the same sequence
   * @param loss s, the timestep of the loss
   */
  public static LossFlow of(Trace trace, StatePropagation cells, int loss) {
    return of(cells, gradient(trace, loss), loss);
  }

  /**
   * The same of any function of the state of a timestep.
   *
   * @param dh its gradient there, (H)
   */
  public static LossFlow of(StatePropagation cells, double[] dh, int loss) {
    LossFlow flow = new LossFlow(cells.net(), loss);
    cells.send(dh, loss, 0);
    flow.measure(cells);
    return flow;
  }

  /** ∂L_s/∂h_s (H): what the output layer hands to the state of its own timestep. */
  static double[] gradient(Trace trace, int loss) {
    MatrixView rows = trace.values(Head.DH_FROM_OUTPUT);
    double[] row = new double[rows.cols()];
    for (int i = 0; i < row.length; i++) {
      row[i] = rows.get(loss, i);
    }
    return row;
  }

  private void measure(StatePropagation cells) {
    List<Vector> pre = net.preActivations();
    double[][] together = new double[pre.size()][];
    for (int t = 0; t <= loss; t++) {
      for (int i = 0; i < ofStates.length; i++) {
        Vector state = net.states().get(i);
        ofStates[i][t] = StatePropagation.norm(cells.row(net.gradientOf(state), t));
        ofHandedBack[i][t] = StatePropagation.norm(cells.row(net.handedBack().get(i), t));
      }
      for (int i = 0; i < together.length; i++) {
        together[i] = cells.row(pre.get(i), t);
      }
      ofPreActivations[t] = StatePropagation.norm(together);
    }
  }

  /** s, the timestep of the loss. */
  public int loss() {
    return loss;
  }

  /**
   * ‖∂L_s/∂h_t‖, or of another state.
   *
   * @param t from 0 to s
   */
  public double norm(Vector state, int t) {
    return ofStates[place(state)][t];
  }

  /** The norm of the gradients of all pre-activations of a timestep together. */
  double ofPreActivations(int t) {
    return ofPreActivations[t];
  }

  /** The norm of what a cell hands back as the gradient of a state. */
  double ofHandedBack(Vector state, int t) {
    return ofHandedBack[place(state)][t];
  }

  /** The net of the cells. */
  public Net net() {
    return net;
  }

  private int place(Vector state) {
    int place = net.states().indexOf(state);
    if (place < 0) {
      throw new IllegalArgumentException(state + " is no state of the net " + net);
    }
    return place;
  }

  /**
   * How many timesteps back from the loss less than {@link #LITTLE} of the gradient is left for the
   * first time; empty where more is left of it down to the first cell.
   */
  public OptionalInt reach(Vector state) {
    double limit = LITTLE * norm(state, loss);
    for (int t = loss - 1; t >= 0; t--) {
      if (norm(state, t) < limit) {
        return OptionalInt.of(loss - t);
      }
    }
    return OptionalInt.empty();
  }
}
