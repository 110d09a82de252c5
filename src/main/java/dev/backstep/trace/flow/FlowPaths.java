package dev.backstep.trace.flow;

import dev.backstep.math.Kernels;
import dev.backstep.model.RowKernel;
import dev.backstep.net.Equation;
import dev.backstep.net.Expr;
import dev.backstep.net.Net;
import dev.backstep.net.Notation;
import dev.backstep.net.Printer;
import dev.backstep.net.Rule;
import dev.backstep.net.Script;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import java.util.ArrayList;
import java.util.List;

/**
 * By which paths the gradient of one loss comes back to a state: through the gates, say, and past
 * them. The paths are the summands of the equations of the net that add it up, each a vector; of
 * each is told how long it is along the whole gradient, in parts of that. So they add up to 1, and
 * one that is turned against the others is below 0.
 */
public final class FlowPaths {
  /**
   * One summand.
   *
   * @param from 1 where the cell after the state computes it, 0 where its own does
   */
  public record Path(Expr part, int from) {
    /** The summand as it stands in the equation: {@code da_i·W2_iᵀ}. */
    public String written(Net net, Notation notation) {
      return new Printer(net, notation, Script.TEXT).right(part);
    }
  }

  private final Vector state;
  private final List<Path> paths;
  private final double[][] shares;

  private FlowPaths(Vector state, List<Path> paths, double[][] shares) {
    this.state = state;
    this.paths = paths;
    this.shares = shares;
  }

  /** The paths to a state before the one of the loss; one of a net whose cell has but one. */
  public static List<Path> of(Net net, Vector state) {
    List<Path> paths = new ArrayList<>();
    for (Equation part : ((Rule.OfVector) net.ruleOf(net.gradientOf(state))).parts()) {
      if (part.isHandedOver()) {
        Expr all = net.equation(((Expr.Of) part.right()).vector()).right();
        List<Expr> terms = all instanceof Expr.Sum sum ? sum.terms() : List.of(all);
        terms.forEach(term -> paths.add(new Path(term, 1)));
      } else if (!part.equals(net.head().toState())) {
        paths.add(new Path(part.right(), 0));
      }
    }
    return paths;
  }

  /** Sends the gradient of a loss back. The cells keep its rows until another is sent. */
  public static FlowPaths of(Trace trace, StatePropagation cells, int loss, Vector state) {
    List<Path> paths = of(cells.net(), state);
    List<RowKernel> kernels = paths.stream().map(path -> cells.kernel(path.part())).toList();
    double[][] shares = new double[paths.size()][loss];
    double[] gradient = LossFlow.gradient(trace, loss);
    cells.send(gradient, loss, 0);
    double[] part = new double[gradient.length];
    double[] along = new double[gradient.length];
    for (int t = 0; t < loss; t++) {
      double[] whole = cells.row(cells.net().gradientOf(state), t);
      double norm = StatePropagation.norm(whole);
      for (int i = 0; i < along.length; i++) {
        along[i] = whole[i] / norm;
      }
      for (int p = 0; p < shares.length; p++) {
        cells.value(kernels.get(p), t + paths.get(p).from(), part);
        shares[p][t] = Kernels.dot(part, along) / norm;
      }
    }
    return new FlowPaths(state, paths, shares);
  }

  /** The state that the gradient is of. */
  public Vector state() {
    return state;
  }

  /** s, the timestep of the loss; there are shares of every timestep before. */
  public int loss() {
    return shares.length == 0 ? 0 : shares[0].length;
  }

  public List<Path> paths() {
    return paths;
  }

  /**
   * The part of the gradient that comes by a path; NaN where the gradient is 0.
   *
   * @param t before the loss
   */
  public double share(int path, int t) {
    return shares[path][t];
  }
}
