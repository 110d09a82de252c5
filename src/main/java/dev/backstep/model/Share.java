package dev.backstep.model;

import dev.backstep.net.Expr;
import dev.backstep.net.Gradient;
import dev.backstep.net.Net;
import dev.backstep.net.Weight;

/** What a cell adds to the gradient of a weight, {@code leftᵀ·right}, and where its rows stand. */
public final class Share {
  private final Gradient gradient;
  private final int left;
  private final int leftOffset;
  private final int right;
  private final int rightOffset;

  /** The share that the equations of a net say. */
  public Share(Net net, Weight weight) {
    gradient = net.gradient(weight);
    Expr.Of leftOf = gradient.left() instanceof Expr.Of of ? of : null;
    left = leftOf == null ? -1 : place(net, leftOf);
    leftOffset = leftOf == null ? 0 : offset(net, leftOf);
    right = place(net, gradient.right());
    rightOffset = offset(net, gradient.right());
  }

  private static int place(Net net, Expr.Of of) {
    return net.vectors().indexOf(of.vector());
  }

  private static int offset(Net net, Expr.Of of) {
    return of.shift() + (net.states().contains(of.vector()) ? 1 : 0);
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
    return left < 0;
  }

  /** Whether it stands in the row of the character that was read. */
  public boolean isAtInput() {
    return gradient.isAtInput();
  }

  /** The left row of cell t, which a share that is a row alone has not. */
  double[] left(SequenceBuffers buffers, int t) {
    return buffers.rows(left).row(t + leftOffset);
  }

  /** The right row of cell t. */
  double[] right(SequenceBuffers buffers, int t) {
    return buffers.rows(right).row(t + rightOffset);
  }
}
