package dev.backstep.model;

import dev.backstep.math.Kernels;
import dev.backstep.math.Rows;
import dev.backstep.net.Expr;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code x·W1 + h_prev·W2 + b}: a row of a weight, products and biases, added in this order. One
 * call computes what is otherwise one a term.
 */
final class Affine implements RowKernel {
  private final @Nullable Rows ofInput;
  private final Product[] products;
  private final double[][] biases;

  /** A vector times a weight. */
  private record Product(RowPlace place, Rows weight) {}

  private Affine(@Nullable Rows ofInput, Product[] products, double[][] biases) {
    this.ofInput = ofInput;
    this.products = products;
    this.biases = biases;
  }

  /** Of terms in this order; null if they are others, or stand in another one. */
  static @Nullable Affine of(List<Expr> terms, Shape shape, NetWeights weights) {
    List<Expr.Times> looked = take(terms, 0, Affine::isOfInput, Expr.Times.class);
    List<Expr.Times> times = take(terms, looked.size(), Affine::isProduct, Expr.Times.class);
    int rest = looked.size() + times.size();
    List<Expr.Bias> added = take(terms, rest, Expr.Bias.class::isInstance, Expr.Bias.class);
    if (looked.size() > 1 || times.isEmpty() || rest + added.size() < terms.size()) {
      return null;
    }
    return new Affine(
        looked.isEmpty() ? null : rows(looked.get(0), weights),
        times.stream()
            .map(each -> new Product(place(each, shape), rows(each, weights)))
            .toArray(Product[]::new),
        added.stream().map(bias -> weights.bias(bias.weight())).toArray(double[][]::new));
  }

  private static <T> List<T> take(
      List<Expr> terms, int from, Predicate<Expr> which, Class<T> type) {
    Stream<Expr> rest = terms.stream().skip(from);
    return rest.takeWhile(which).map(type::cast).toList();
  }

  private static boolean isOfInput(Expr term) {
    return term instanceof Expr.Times times && times.vector() instanceof Expr.Input;
  }

  private static boolean isProduct(Expr term) {
    return term instanceof Expr.Times times && times.vector() instanceof Expr.Of;
  }

  private static Rows rows(Expr.Times times, NetWeights weights) {
    return weights.rows(times.weight(), times.transposed());
  }

  private static RowPlace place(Expr.Times times, Shape shape) {
    return RowPlace.of(shape, (Expr.Of) times.vector());
  }

  @Override
  public void run(SequenceBuffers buffers, int t, double[] y) {
    if (ofInput == null) {
      Arrays.fill(y, 0);
    } else {
      RowKernels.putRow(ofInput, buffers.input(t), y);
    }
    for (Product product : products) {
      Kernels.addProduct(product.place.row(buffers, t), product.weight, y);
    }
    for (double[] bias : biases) {
      Kernels.add(bias, y);
    }
  }
}
