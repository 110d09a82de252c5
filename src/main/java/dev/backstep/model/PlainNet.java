package dev.backstep.model;

import dev.backstep.net.Cell;
import dev.backstep.net.Expr;
import dev.backstep.net.Function;
import dev.backstep.net.Net;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;

/**
 * What the hand-written pass asks of a net that has the weights of the vanilla one and another
 * function in its cell: {@code h = f(x·W1 + h_prev·W2 + bh)}.
 */
final class PlainNet {
  private PlainNet() {}

  /** Whether a net has the weights of the vanilla one and one state. */
  static boolean is(Net net) {
    return net.weights().equals(Vanilla.NET.weights()) && net.states().equals(Vanilla.NET.states());
  }

  /** The gradient of the pre-activation: dtanh of the vanilla net. */
  static Vector preActivation(Net net) {
    return net.gradient(net.weight(Parameters.BH)).right().vector();
  }

  /** f. */
  static Function function(Net net) {
    return ((Expr.Apply) net.equation(Cell.H).right()).function();
  }
}
