package dev.backstep.net;

import static dev.backstep.net.Expr.positive;

/**
 * A net like the vanilla one, with relu in the place of tanh, as {@code torch.nn.RNN} with {@code
 * nonlinearity='relu'}; its derivative at 0 is 0.
 */
public final class Relu {
  /** The gradient of the pre-activation, (H). */
  public static final Vector DA = Vector.gradient("da", "\\mathrm{d}a");

  public static final Net NET =
      Net.of(Input.ONE_HOT, new PlainCell("relu", Expr::relu, DA, positive(Cell.H)), Head.SOFTMAX);

  private Relu() {}
}
