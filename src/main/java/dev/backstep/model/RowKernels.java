package dev.backstep.model;

import dev.backstep.math.Elementary;
import dev.backstep.math.Kernels;
import dev.backstep.math.Rows;
import dev.backstep.net.Expr;
import dev.backstep.net.Function;
import dev.backstep.net.Net;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes kernels of the expressions of a net. A sum is added and a product multiplied from the first
 * part to the last, so that every pass by these equations comes to the same bits.
 *
 * <p>Kernels of one object share scratch rows and are not for two threads at once.
 */
final class RowKernels {
  private final Net net;
  private final Shape shape;
  private final @Nullable NetWeights weights;

  /**
   * @param weights null where no expression has one
   */
  RowKernels(Shape shape, @Nullable NetWeights weights) {
    this.net = shape.net();
    this.shape = shape;
    this.weights = weights;
  }

  private NetWeights weights() {
    return Objects.requireNonNull(weights, "weights of " + net);
  }

  /** Writes the value of an expression. */
  RowKernel put(Expr expr) {
    if (expr instanceof Expr.Of of) {
      RowReader reader = reader(of);
      return (buffers, t, y) -> System.arraycopy(reader.row(buffers, t), 0, y, 0, y.length);
    }
    if (expr instanceof Expr.Times times && times.vector() instanceof Expr.Input) {
      Rows rows = weights().rows(times.weight(), times.transposed());
      return (buffers, t, y) -> System.arraycopy(rows.row(buffers.input(t)), 0, y, 0, y.length);
    }
    if (expr instanceof Expr.OneMinus one
        && one.inner() instanceof Expr.Square square
        && square.inner() instanceof Expr.Of of) {
      return oneMinusSquare(reader(of));
    }
    if (expr instanceof Expr.Sum sum) {
      RowKernel kernel = put(sum.terms().get(0));
      for (Expr term : sum.terms().subList(1, sum.terms().size())) {
        kernel = kernel.then(add(term));
      }
      return kernel;
    }
    if (expr instanceof Expr.Product product) {
      RowKernel kernel = put(product.factors().get(0));
      for (Expr factor : product.factors().subList(1, product.factors().size())) {
        kernel = kernel.then(multiply(factor));
      }
      return kernel;
    }
    if (expr instanceof Expr.Apply apply) {
      Function function = apply.function();
      return put(apply.inner()).then((buffers, t, y) -> apply(function, y));
    }
    if (expr instanceof Expr.Softmax softmax) {
      return put(softmax.inner()).then((buffers, t, y) -> ForwardPass.softmax(y));
    }
    return expr.parts().size() == 1 && !(expr instanceof Expr.Times)
        ? put(expr.parts().get(0)).then(entryByEntry(expr))
        : ((RowKernel) (buffers, t, y) -> Arrays.fill(y, 0)).then(add(expr));
  }

  /** The function that a whole right side is, of a row that holds its argument. */
  static RowKernel outer(Expr expr) {
    if (expr instanceof Expr.Apply apply) {
      return (buffers, t, y) -> apply(apply.function(), y);
    }
    return expr instanceof Expr.Softmax
        ? (buffers, t, y) -> ForwardPass.softmax(y)
        : (buffers, t, y) -> {};
  }

  static void apply(Function function, double[] y) {
    if (function == Function.TANH) {
      // A call that the compiler sees through, where training spends its time.
      for (int j = 0; j < y.length; j++) {
        y[j] = Elementary.tanh(y[j]);
      }
      return;
    }
    for (int j = 0; j < y.length; j++) {
      y[j] = function.of(y[j]);
    }
  }

  /** The derivative of tanh, in one loop. */
  private static RowKernel oneMinusSquare(RowReader reader) {
    return (buffers, t, y) -> {
      double[] a = reader.row(buffers, t);
      for (int j = 0; j < y.length; j++) {
        y[j] = 1 - a[j] * a[j];
      }
    };
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
    if (factor instanceof Expr.Of of) {
      RowReader reader = reader(of);
      return (buffers, t, y) -> {
        double[] other = reader.row(buffers, t);
        for (int j = 0; j < y.length; j++) {
          y[j] *= other[j];
        }
      };
    }
    RowKernel kernel = put(factor);
    double[] units = new double[shape.hidden()];
    double[] characters = new double[shape.vocabulary()];
    return (buffers, t, y) -> {
      double[] other = y.length == units.length ? units : characters;
      kernel.run(buffers, t, other);
      for (int j = 0; j < y.length; j++) {
        y[j] *= other[j];
      }
    };
  }

  /** Adds the value of an expression. */
  RowKernel add(Expr expr) {
    if (expr instanceof Expr.Of of) {
      RowReader reader = reader(of);
      return (buffers, t, y) -> Kernels.add(reader.row(buffers, t), y);
    }
    if (expr instanceof Expr.Bias bias) {
      double[] entries = weights().bias(bias.weight());
      return (buffers, t, y) -> Kernels.add(entries, y);
    }
    if (expr instanceof Expr.Times times) {
      return addProduct(times);
    }
    if (expr instanceof Expr.Minus minus && minus.inner() instanceof Expr.Target) {
      return (buffers, t, y) -> y[buffers.target(t)] -= 1;
    }
    RowKernel kernel = put(expr);
    double[] units = new double[shape.hidden()];
    double[] characters = new double[shape.vocabulary()];
    return (buffers, t, y) -> {
      double[] other = y.length == units.length ? units : characters;
      kernel.run(buffers, t, other);
      Kernels.add(other, y);
    };
  }

  private RowKernel addProduct(Expr.Times times) {
    Rows rows = weights().rows(times.weight(), times.transposed());
    if (times.vector() instanceof Expr.Of of) {
      RowReader reader = reader(of);
      return (buffers, t, y) -> Kernels.addProduct(reader.row(buffers, t), rows, y);
    }
    return (buffers, t, y) -> Kernels.add(rows.row(buffers.input(t)), y);
  }

  /** A row of this cell or of a neighbour; zeros of the cell after the last. */
  RowReader reader(Expr.Of of) {
    int place = net.vectors().indexOf(of.vector());
    int offset = net.states().contains(of.vector()) ? of.shift() + 1 : of.shift();
    double[] zeros = new double[shape.size(of.vector().axis())];
    return (buffers, t) -> {
      Rows rows = buffers.rows(place);
      return t + offset < rows.rows() ? rows.row(t + offset) : zeros;
    };
  }

  /** Finds a row that is there. */
  @FunctionalInterface
  interface RowReader {
    double[] row(SequenceBuffers buffers, int t);
  }
}
