package dev.backstep.model;

import dev.backstep.math.Elementary;
import dev.backstep.math.Kernels;
import dev.backstep.math.Rows;
import dev.backstep.net.Expr;
import dev.backstep.net.Function;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes kernels of the expressions of a net. A sum is added and a product multiplied from the first
 * part to the last, so that every pass by these equations comes to the same bits.
 *
 * <p>Kernels of one object share scratch rows and are not for two threads at once.
 */
final class RowKernels {
  private final Shape shape;
  private final @Nullable NetWeights weights;
  private final BackwardRules rules;

  /**
   * @param weights null where no expression has one
   */
  RowKernels(Shape shape, @Nullable NetWeights weights, BackwardRules rules) {
    this.shape = shape;
    this.weights = weights;
    this.rules = rules;
  }

  private NetWeights weights() {
    return Objects.requireNonNull(weights, "weights of " + shape.net());
  }

  /** Writes the value of an expression. */
  RowKernel put(Expr expr) {
    if (expr instanceof Expr.Of of) {
      RowPlace place = place(of);
      return (buffers, t, y) -> System.arraycopy(place.row(buffers, t), 0, y, 0, y.length);
    }
    if (expr instanceof Expr.Times times && times.vector() instanceof Expr.Input) {
      Rows rows = weights().rows(times.weight(), times.transposed());
      return (buffers, t, y) -> putRow(rows, buffers.input(t), y);
    }
    if (expr instanceof Expr.Times times && times.vector() instanceof Expr.Of) {
      return Objects.requireNonNull(Affine.of(List.of(expr), shape, weights()));
    }
    if (expr instanceof Expr.Zero) {
      return (buffers, t, y) -> Arrays.fill(y, 0);
    }
    if (expr instanceof Expr.Sum sum) {
      return putSum(sum.terms());
    }
    if (expr instanceof Expr.Product product) {
      return putProduct(product.factors());
    }
    if (expr instanceof Expr.Apply || expr instanceof Expr.Softmax) {
      return put(expr.parts().get(0)).then(outer(expr));
    }
    if (expr instanceof Expr.At at) {
      RowKernel there = put(at.there());
      RowKernel elsewhere = put(at.elsewhere());
      return (buffers, t, y) -> (at.is(t, buffers.length()) ? there : elsewhere).run(buffers, t, y);
    }
    if (squaredAndTakenFromOne(expr) instanceof Expr.Of of) {
      RowPlace place = place(of);
      return (buffers, t, y) -> oneMinusSquare(place.row(buffers, t), y);
    }
    return expr.parts().size() == 1 && !(expr instanceof Expr.Times)
        ? put(expr.parts().get(0)).then(entryByEntry(expr))
        : ((RowKernel) (buffers, t, y) -> Arrays.fill(y, 0)).then(add(expr));
  }

  /** The row of a character; zeros where none is read. */
  static void putRow(Rows rows, int character, double[] y) {
    if (character < 0) {
      Arrays.fill(y, 0);
    } else {
      System.arraycopy(rows.row(character), 0, y, 0, y.length);
    }
  }

  private static void addRow(Rows rows, int character, double[] y) {
    if (character >= 0) {
      Kernels.add(rows.row(character), y);
    }
  }

  private RowKernel putSum(List<Expr> terms) {
    Affine affine = weights == null ? null : Affine.of(terms, shape, weights);
    if (affine != null) {
      return affine;
    }
    List<RowKernel> kernels = new ArrayList<>();
    boolean isOfTwo = terms.get(0) instanceof Expr.Of && terms.get(1) instanceof Expr.Of;
    kernels.add(isOfTwo ? putSum(terms.get(0), terms.get(1)) : put(terms.get(0)));
    terms.stream().skip(isOfTwo ? 2 : 1).map(this::add).forEach(kernels::add);
    return RowKernel.all(kernels);
  }

  private RowKernel putSum(Expr first, Expr second) {
    RowPlace left = place((Expr.Of) first);
    RowPlace right = place((Expr.Of) second);
    return (buffers, t, y) -> add(left.row(buffers, t), right.row(buffers, t), y);
  }

  private RowKernel putProduct(List<Expr> factors) {
    List<RowKernel> kernels = new ArrayList<>();
    boolean isOfTwo = factors.get(1) instanceof Expr.Of && isSimple(factors.get(0));
    kernels.add(isOfTwo ? putProduct(factors.get(0), factors.get(1)) : put(factors.get(0)));
    factors.stream().skip(isOfTwo ? 2 : 1).map(this::multiply).forEach(kernels::add);
    return RowKernel.all(kernels);
  }

  private static boolean isSimple(Expr factor) {
    return factor instanceof Expr.Of || squaredAndTakenFromOne(factor) instanceof Expr.Of;
  }

  private RowKernel putProduct(Expr first, Expr second) {
    RowPlace right = place((Expr.Of) second);
    if (first instanceof Expr.Of of) {
      RowPlace left = place(of);
      return (buffers, t, y) -> multiply(left.row(buffers, t), right.row(buffers, t), y);
    }
    RowPlace squared = place((Expr.Of) Objects.requireNonNull(squaredAndTakenFromOne(first)));
    return (buffers, t, y) ->
        multiplyOneMinusSquare(squared.row(buffers, t), right.row(buffers, t), y);
  }

  /** a of {@code 1 − a²}, the derivative of tanh. */
  private static @Nullable Expr squaredAndTakenFromOne(Expr expr) {
    return expr instanceof Expr.OneMinus one && one.inner() instanceof Expr.Square square
        ? square.inner()
        : null;
  }

  /** The function that a whole right side is, of a row that holds its argument. */
  static RowKernel outer(Expr expr) {
    if (expr instanceof Expr.Apply apply) {
      return ofEveryEntry(apply.function());
    }
    return expr instanceof Expr.Softmax ? (buffers, t, y) -> softmax(y) : (buffers, t, y) -> {};
  }

  /** Where training spends its time, in loops with a call that the compiler sees through. */
  private static RowKernel ofEveryEntry(Function function) {
    return switch (function) {
      case TANH -> (buffers, t, y) -> tanh(y);
      case SIGMOID -> (buffers, t, y) -> sigmoid(y);
      default -> (buffers, t, y) -> apply(function, y);
    };
  }

  private static void tanh(double[] y) {
    for (int j = 0; j < y.length; j++) {
      y[j] = Elementary.tanh(y[j]);
    }
  }

  private static void sigmoid(double[] y) {
    for (int j = 0; j < y.length; j++) {
      y[j] = Function.sigmoid(y[j]);
    }
  }

  private static void apply(Function function, double[] y) {
    for (int j = 0; j < y.length; j++) {
      y[j] = function.of(y[j]);
    }
  }

  /**
   * {@code z[k] = exp(z[k] − max z) / Σ exp(z − max z)}; the maximum keeps exp from overflowing.
   */
  private static void softmax(double[] z) {
    double max = Double.NEGATIVE_INFINITY;
    for (double logit : z) {
      max = logit > max ? logit : max;
    }
    double sum = 0;
    for (int k = 0; k < z.length; k++) {
      z[k] = Elementary.exp(z[k] - max);
      sum += z[k];
    }
    for (int k = 0; k < z.length; k++) {
      z[k] /= sum;
    }
  }

  private static void add(double[] a, double[] b, double[] y) {
    for (int j = 0; j < y.length; j++) {
      y[j] = a[j] + b[j];
    }
  }

  private static void multiply(double[] a, double[] b, double[] y) {
    for (int j = 0; j < y.length; j++) {
      y[j] = a[j] * b[j];
    }
  }

  private static void oneMinusSquare(double[] a, double[] y) {
    for (int j = 0; j < y.length; j++) {
      y[j] = 1 - a[j] * a[j];
    }
  }

  private static void multiplyOneMinusSquare(double[] a, double[] b, double[] y) {
    for (int j = 0; j < y.length; j++) {
      y[j] = (1 - a[j] * a[j]) * b[j];
    }
  }

  private static RowKernel entryByEntry(Expr expr) {
    if (expr instanceof Expr.OneMinus) {
      return (buffers, t, y) -> {
        for (int j = 0; j < y.length; j++) {
          y[j] = 1 - y[j];
        }
      };
    }
    if (expr instanceof Expr.Square) {
      return (buffers, t, y) -> {
        for (int j = 0; j < y.length; j++) {
          y[j] *= y[j];
        }
      };
    }
    return (buffers, t, y) -> {
      for (int j = 0; j < y.length; j++) {
        y[j] = -y[j];
      }
    };
  }

  private RowKernel multiply(Expr factor) {
    if (factor instanceof Expr.LossWeight) {
      return (buffers, t, y) -> multiply(buffers.lossWeight(t), y);
    }
    if (factor instanceof Expr.Of of) {
      RowPlace place = place(of);
      return (buffers, t, y) -> multiply(y, place.row(buffers, t), y);
    }
    if (factor instanceof Expr.OneMinus one && one.inner() instanceof Expr.Of of) {
      RowPlace place = place(of);
      return (buffers, t, y) -> multiplyOneMinus(place.row(buffers, t), y);
    }
    if (squaredAndTakenFromOne(factor) instanceof Expr.Of of) {
      RowPlace place = place(of);
      return (buffers, t, y) -> multiplyOneMinusSquare(place.row(buffers, t), y, y);
    }
    return with(put(factor), RowKernels::multiplyBy);
  }

  private static void multiply(double factor, double[] y) {
    for (int j = 0; j < y.length; j++) {
      y[j] *= factor;
    }
  }

  private static void multiplyOneMinus(double[] a, double[] y) {
    for (int j = 0; j < y.length; j++) {
      y[j] *= 1 - a[j];
    }
  }

  private static void multiplyBy(double[] a, double[] y) {
    for (int j = 0; j < y.length; j++) {
      y[j] *= a[j];
    }
  }

  /** What is done to a row with another that is computed for it alone. */
  @FunctionalInterface
  private interface WithAnother {
    void run(double[] other, double[] y);
  }

  private RowKernel with(RowKernel kernel, WithAnother then) {
    double[][] scratch =
        IntStream.of(shape.inputs(), shape.hidden(), shape.outputs())
            .distinct()
            .mapToObj(double[]::new)
            .toArray(double[][]::new);
    return (buffers, t, y) -> {
      double[] other = ofLength(y.length, scratch);
      kernel.run(buffers, t, other);
      then.run(other, y);
    };
  }

  private static double[] ofLength(int length, double[][] rows) {
    for (double[] row : rows) {
      if (row.length == length) {
        return row;
      }
    }
    throw new IllegalArgumentException("no row of the net has " + length + " entries");
  }

  /** Adds the value of an expression. */
  RowKernel add(Expr expr) {
    if (expr instanceof Expr.Of of) {
      RowPlace place = place(of);
      return (buffers, t, y) -> Kernels.add(place.row(buffers, t), y);
    }
    if (expr instanceof Expr.Bias bias) {
      double[] entries = weights().bias(bias.weight());
      return (buffers, t, y) -> Kernels.add(entries, y);
    }
    if (expr instanceof Expr.Times times) {
      return addProduct(times);
    }
    if (expr instanceof Expr.Minus minus && minus.inner() instanceof Expr.Target) {
      return (buffers, t, y) -> y[rules.target(buffers, t)] -= 1;
    }
    return with(put(expr), Kernels::add);
  }

  private RowKernel addProduct(Expr.Times times) {
    Rows rows = weights().rows(times.weight(), times.transposed());
    if (times.vector() instanceof Expr.Of of) {
      RowPlace place = place(of);
      return (buffers, t, y) -> Kernels.addProduct(place.row(buffers, t), rows, y);
    }
    if (times.vector() instanceof Expr.Input) {
      return (buffers, t, y) -> addRow(rows, buffers.input(t), y);
    }
    RowKernel vector = put(times.vector());
    double[] computed =
        new double[shape.size(times.transposed() ? times.weight().cols() : times.weight().rows())];
    return (buffers, t, y) -> {
      vector.run(buffers, t, computed);
      Kernels.addProduct(computed, rows, y);
    };
  }

  private RowPlace place(Expr.Of of) {
    return RowPlace.of(shape, of);
  }
}
