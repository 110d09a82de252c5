package dev.backstep.net;

import static dev.backstep.net.Expr.positive;

/**
 * A net like the vanilla one, with relu in the place of tanh, as {@code torch.nn.RNN} with {@code
 * nonlinearity='relu'}; its derivative at 0 is 0.
 *
 * <p>The gradient of the pre-activation goes by the name that it has in the vanilla net, dtanh, so
 * that rows, files and faults are the same.
 */
public final class Relu {
  public static final Net NET =
      Net.of(
          Input.ONE_HOT,
          new PlainCell("relu", Expr::relu, Vanilla.DTANH, positive(Cell.H)),
          Head.SOFTMAX);

  private Relu() {}
}
