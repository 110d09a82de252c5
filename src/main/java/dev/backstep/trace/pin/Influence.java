package dev.backstep.trace.pin;

import dev.backstep.math.MatrixView;
import dev.backstep.net.Equation;
import dev.backstep.net.Expr;
import dev.backstep.net.Net;
import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import dev.backstep.net.Weight;
import dev.backstep.trace.Trace;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The derivative of one number of a pass by every number that the same pass computed before it, by
 * going through its equations the other way around. The numbers of the other pass stand still.
 */
final class Influence {
  private final Trace trace;
  private final Net net;
  private final Phase phase;
  private final List<Equation> lastFirst;
  private final Map<Vector, double[][]> rows = new HashMap<>();
  private final Map<Vector, double[]> initial = new HashMap<>();
  private final IdentityHashMap<Vector, MatrixView> values = new IdentityHashMap<>();
  private final double[] ofInputs;
  private double beyond;

  private Influence(Trace trace, Phase phase) {
    this.trace = trace;
    net = trace.net();
    this.phase = phase;
    lastFirst = ComputingOrder.lastFirst(net, phase);
    ofInputs = new double[trace.length()];
  }

  /** Of an entry of a vector of cell t. */
  static Influence on(Trace trace, Vector vector, int t, int index) {
    Influence influence = new Influence(trace, vector.phase());
    influence.row(vector, t)[index] = 1;
    boolean isForward = vector.phase() == Phase.FORWARD;
    int last = isForward ? 0 : trace.truncation().lastLoss(t, trace.length());
    for (int s = t; isForward ? s >= last : s <= last; s += isForward ? -1 : 1) {
      influence.back(s);
    }
    return influence;
  }

  private void back(int s) {
    for (Equation equation : lastFirst) {
      double[][] all = rows.get(equation.left());
      if (all != null && all[s] != null) {
        send(equation, s, all[s]);
      }
    }
  }

  /** It is asked for once an entry, and a vector takes its time to be looked up by its names. */
  private MatrixView values(Vector vector) {
    return values.computeIfAbsent(vector, trace::values);
  }

  private double[] row(Vector vector, int s) {
    double[][] all = rows.computeIfAbsent(vector, each -> new double[trace.length()][]);
    if (all[s] == null) {
      all[s] = new double[size(vector)];
    }
    return all[s];
  }

  private int size(Vector vector) {
    return trace.shape().size(vector.axis());
  }

  /** The function that the whole right side is has the vector itself as its value. */
  private void send(Equation equation, int s, double[] by) {
    Expr right = equation.right();
    MatrixView value = values(equation.left());
    if (right instanceof Expr.Apply apply) {
      double[] inner = new double[by.length];
      Arrays.setAll(inner, k -> by[k] * apply.function().slopeAt(value.get(s, k)));
      send(apply.inner(), s, inner);
    } else if (right instanceof Expr.Softmax softmax) {
      double mean = 0;
      for (int k = 0; k < by.length; k++) {
        mean += by[k] * value.get(s, k);
      }
      double[] inner = new double[by.length];
      for (int k = 0; k < by.length; k++) {
        inner[k] = value.get(s, k) * (by[k] - mean);
      }
      send(softmax.inner(), s, inner);
    } else {
      send(right, s, by);
    }
  }

  private void send(Expr expr, int s, double[] by) {
    if (expr instanceof Expr.Of of) {
      sendTo(of, s, by);
    } else if (expr instanceof Expr.Times times) {
      sendThrough(times, s, by);
    } else if (expr instanceof Expr.Sum sum) {
      sum.terms().forEach(term -> send(term, s, by));
    } else if (expr instanceof Expr.Product product) {
      sendToFactors(product.factors(), s, by);
    } else if (expr instanceof Expr.OneMinus one) {
      send(one.inner(), s, times(by, k -> -1));
    } else if (expr instanceof Expr.Minus minus) {
      send(minus.inner(), s, times(by, k -> -1));
    } else if (expr instanceof Expr.Square square) {
      send(square.inner(), s, times(by, k -> 2 * value(square.inner(), s, k)));
    } else if (expr instanceof Expr.Apply apply) {
      send(apply.inner(), s, times(by, k -> apply.function().slopeAt(value(apply, s, k))));
    } else if (expr instanceof Expr.At at) {
      send(at.is(s, trace.length()) ? at.there() : at.elsewhere(), s, by);
    }
  }

  /** A factor of an entry. */
  private interface Factor {
    double of(int k);
  }

  private static double[] times(double[] by, Factor factor) {
    double[] product = new double[by.length];
    Arrays.setAll(product, k -> by[k] == 0 ? 0 : by[k] * factor.of(k));
    return product;
  }

  private void sendTo(Expr.Of of, int s, double[] by) {
    int at = s + of.shift();
    if (of.vector().phase() != phase) {
      return;
    }
    if (at >= trace.length()) {
      for (int k = 0; k < by.length; k++) {
        beyond += by[k] * trace.beyond(of.vector(), k);
      }
    } else {
      add(
          at < 0
              ? initial.computeIfAbsent(of.vector(), each -> new double[size(each)])
              : row(of.vector(), at),
          by);
    }
  }

  private static void add(double[] sum, double[] by) {
    for (int k = 0; k < by.length; k++) {
      sum[k] += by[k];
    }
  }

  private void sendThrough(Expr.Times times, int s, double[] by) {
    MatrixView weights = trace.weights(times.weight().name());
    if (times.vector() instanceof Expr.Input) {
      for (int k = 0; k < by.length && trace.input(s) >= 0; k++) {
        ofInputs[s] += by[k] * weights.get(trace.input(s), k);
      }
      return;
    }
    if (!mattersFor(times.vector())) {
      return;
    }
    double[] entries = entries(times.weight());
    send(
        times.vector(),
        s,
        times.transposed()
            ? rowTimes(by, entries, weights.cols())
            : timesColumn(entries, weights.rows(), by));
  }

  private double[] entries(Weight weight) {
    return trace.example().weights().data(net.weights().indexOf(weight));
  }

  /** {@code by·W}. */
  private static double[] rowTimes(double[] by, double[] entries, int cols) {
    double[] product = new double[cols];
    for (int i = 0; i < by.length; i++) {
      double factor = by[i];
      for (int k = 0; k < cols && factor != 0; k++) {
        product[k] += factor * entries[i * cols + k];
      }
    }
    return product;
  }

  /** {@code W·byᵀ}. */
  private static double[] timesColumn(double[] entries, int rows, double[] by) {
    double[] product = new double[rows];
    for (int k = 0; k < rows; k++) {
      double sum = 0;
      for (int i = 0; i < by.length; i++) {
        sum += by[i] * entries[k * by.length + i];
      }
      product[k] = sum;
    }
    return product;
  }

  private int rowsOf(Expr.Times times, Weight weight) {
    return trace.shape().size(times.transposed() ? weight.cols() : weight.rows());
  }

  private boolean mattersFor(Expr expr) {
    return expr.reads().anyMatch(of -> of.vector().phase() == phase);
  }

  private void sendToFactors(List<Expr> factors, int s, double[] by) {
    for (int i = 0; i < factors.size(); i++) {
      if (mattersFor(factors.get(i))) {
        int place = i;
        send(factors.get(i), s, times(by, k -> others(factors, place, s, k)));
      }
    }
  }

  private double others(List<Expr> factors, int place, int s, int k) {
    double product = 1;
    for (int j = 0; j < factors.size(); j++) {
      if (j != place) {
        product *= value(factors.get(j), s, k);
      }
    }
    return product;
  }

  /** Entry k of the value of an expression in cell s. */
  private double value(Expr expr, int s, int k) {
    if (expr instanceof Expr.Of of) {
      return valueOf(of, s, k);
    }
    if (expr instanceof Expr.Times times) {
      return product(times, s, k);
    }
    if (expr instanceof Expr.Bias bias) {
      return trace.weights(bias.weight().name()).get(0, k);
    }
    if (expr instanceof Expr.Sum sum) {
      return sum.terms().stream().mapToDouble(term -> value(term, s, k)).reduce(0, Double::sum);
    }
    if (expr instanceof Expr.Product product) {
      return others(product.factors(), -1, s, k);
    }
    if (expr instanceof Expr.OneMinus one) {
      return 1 - value(one.inner(), s, k);
    }
    if (expr instanceof Expr.Minus minus) {
      return -value(minus.inner(), s, k);
    }
    if (expr instanceof Expr.Square square) {
      return value(square.inner(), s, k) * value(square.inner(), s, k);
    }
    if (expr instanceof Expr.Apply apply) {
      return apply.function().of(value(apply.inner(), s, k));
    }
    if (expr instanceof Expr.At at) {
      return value(at.is(s, trace.length()) ? at.there() : at.elsewhere(), s, k);
    }
    if (expr instanceof Expr.LossWeight) {
      return trace.lossWeight(s);
    }
    if (expr instanceof Expr.Zero) {
      return 0;
    }
    throw new IllegalArgumentException("no entry of " + expr + " is known");
  }

  private double valueOf(Expr.Of of, int s, int k) {
    int at = s + of.shift();
    if (at >= trace.length()) {
      return trace.beyond(of.vector(), k);
    }
    return at < 0 ? trace.initialState(of.vector()).get(0, k) : values(of.vector()).get(at, k);
  }

  private double product(Expr.Times times, int s, int k) {
    MatrixView weights = trace.weights(times.weight().name());
    if (times.vector() instanceof Expr.Input) {
      return trace.input(s) < 0 ? 0 : weights.get(trace.input(s), k);
    }
    double sum = 0;
    for (int i = 0; i < rowsOf(times, times.weight()); i++) {
      sum +=
          value(times.vector(), s, i)
              * (times.transposed() ? weights.get(k, i) : weights.get(i, k));
    }
    return sum;
  }

  /** What the entries of a vector of cell s, each times its derivative, come to together. */
  double sum(Vector vector, int s) {
    double[][] all = rows.get(vector);
    if (all == null || all[s] == null) {
      return 0;
    }
    MatrixView values = values(vector);
    double sum = 0;
    for (int k = 0; k < all[s].length; k++) {
      sum += all[s][k] == 0 ? 0 : all[s][k] * values.get(s, k);
    }
    return sum;
  }

  /** The same of the gradients that the last cell is handed back. */
  double sumBeyond() {
    return beyond;
  }

  /** The derivative by what cell s reads, times that. */
  double sumOfInput(int s) {
    return ofInputs[s];
  }
}
