package dev.backstep.net;

import static dev.backstep.net.Expr.oneMinus;

/**
 * A net like the vanilla one, with the sigmoid in the place of tanh. The gradient of the
 * pre-activation is called da.
 */
public final class Sigmoid {
  public static final Net NET =
      Net.of(
          Input.ONE_HOT,
          new PlainCell("sigmoid", Expr::sigmoid, PlainCell.DA, Cell.H.by(oneMinus(Cell.H))),
          Head.SOFTMAX);

  private Sigmoid() {}
}
