package dev.backstep.net;

import static dev.backstep.net.Expr.positive;

/**
 * A net like the vanilla one, with relu in the place of tanh, as {@code torch.nn.RNN} with {@code
 * nonlinearity='relu'}; its derivative at 0 is 0. The gradient of the pre-activation is called da.
 */
public final class Relu {
  public static final Net NET =
      Net.of(
          Input.ONE_HOT,
          new PlainCell("relu", Expr::relu, PlainCell.DA, positive(Cell.H)),
          Head.SOFTMAX);

  private Relu() {}
}
