package dev.backstep.net;

import static dev.backstep.net.Expr.oneMinus;

/** A net like the vanilla one, with the sigmoid in the place of tanh. */
public final class Sigmoid {
  /** The gradient of the pre-activation, (H). */
  public static final Vector DA = Vector.gradient("da", "\\mathrm{d}a");

  public static final Net NET =
      Net.of(
          Input.ONE_HOT,
          new PlainCell("sigmoid", Expr::sigmoid, DA, Cell.H.by(oneMinus(Cell.H))),
          Head.SOFTMAX);

  private Sigmoid() {}
}
