package dev.backstep.net;

import static dev.backstep.net.Expr.oneMinus;
import static dev.backstep.net.Expr.square;

/**
 * The vanilla net of min-char-rnn: a tanh cell over one-hot characters, with a softmax head.
 *
 * <pre>
 *   h     = tanh(x·W1 + h_prev·W2 + bh)     o = softmax(h·W3ᵀ + bo)
 *   e     = o − y                           dh = e·W3 + dh_later
 *   dtanh = (1 − h²) ⊙ dh                   dh_prev = dtanh·W2ᵀ
 * </pre>
 */
public final class Vanilla {
  /** The gradient of the pre-activation, (H). */
  public static final Vector DTANH = Vector.gradient("dtanh", "\\mathrm{dtanh}");

  static final PlainCell CELL =
      new PlainCell("vanilla", Expr::tanh, DTANH, oneMinus(square(Cell.H)));

  public static final Net NET = Net.of(Input.ONE_HOT, CELL, Head.SOFTMAX);

  private Vanilla() {}
}
