package dev.backstep.model;

import dev.backstep.math.Rows;
import dev.backstep.net.Expr;
import dev.backstep.net.Gradient;
import org.jspecify.annotations.Nullable;

/**
 * What a cell adds to the gradient of a weight, {@code leftᵀ·right}, and where its rows stand.
 *
 * <p>Not for two threads at once where a side is computed for it alone.
 */
public final class Share {
  private final Gradient gradient;
  private final BackwardRules rules;
  private final @Nullable Side left;
  private final Side right;

  /** Finds or computes one side of the product. */
  @FunctionalInterface
  private interface Side {
    double[] row(SequenceBuffers buffers, int t);
  }

  /**
   * The share by rules.
   *
   * @param shape as the rules compute it
   * @param parameter the name of the weight
   */
  public Share(Shape shape, BackwardRules rules, String parameter) {
    this.rules = rules;
    gradient = shape.net().gradient(shape.net().weight(parameter));
    Expr leftOf = gradient.left();
    left =
        leftOf == null || leftOf instanceof Expr.Input
            ? null
            : side(shape, leftOf, shape.size(gradient.weight().rows()));
    right = side(shape, gradient.right(), shape.size(gradient.weight().cols()));
  }

  private static Side side(Shape shape, Expr expr, int width) {
    if (expr instanceof Expr.Of of) {
      return RowPlace.of(shape, of)::row;
    }
    RowKernel kernel = new RowKernels(shape, null, BackwardRules.RIGHT).put(expr);
    Rows computed = new Rows(width);
    return (buffers, t) -> {
      computed.resize(buffers.length());
      kernel.run(buffers, t, computed.row(t));
      return computed.row(t);
    };
  }

  /** The name of the weight. */
  public String parameter() {
    return gradient.weight().name();
  }

  /** Whether it is a share of the gradient of the weight of a name. */
  public boolean isOf(String parameter) {
    return parameter().equals(parameter);
  }

  /** Whether it is a row alone: that of a bias, or of the character that was read. */
  public boolean isRow() {
    return left == null;
  }

  /** Whether it stands in the row of the character that was read. */
  public boolean isAtInput() {
    return gradient.isAtInput();
  }

  /** The left row of cell t; a one where the share is a row alone. */
  public double[] left(SequenceBuffers buffers, int t) {
    return left == null ? new double[] {1} : rules.left(this, buffers, t, left.row(buffers, t));
  }

  /** The right row of cell t: of dW2 that of the pre-activation, of dW3 that of h. */
  public double[] right(SequenceBuffers buffers, int t) {
    return right.row(buffers, t);
  }
}
