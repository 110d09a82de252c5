package dev.backstep.net;

/** How a vector of a cell is computed. */
public record Equation(Vector left, Expr right) {
  /** The expression behind the function that the whole right side is, or the right side itself. */
  public Expr inner() {
    if (right instanceof Expr.Apply apply) {
      return apply.inner();
    }
    return right instanceof Expr.Softmax softmax ? softmax.inner() : right;
  }

  /** The same with another vector in the place of one, on either side. */
  public Equation with(Vector other, Vector instead) {
    return new Equation(left.equals(instead) ? other : left, right.with(other, instead));
  }

  /** Whether it is what the cell after hands back, and nothing else. */
  public boolean isHandedOver() {
    return right instanceof Expr.Of of && of.shift() > 0;
  }
}
