package dev.backstep.net;

import java.util.List;

/**
 * What a net predicts from the hidden state, with which loss, and how the gradient of that comes
 * back to the state.
 *
 * @param output how the output is computed
 * @param loss of one timestep
 * @param error the gradient of the loss before the function of the output
 */
public record Head(Equation output, Loss loss, Equation error) {
  public static final Weight W3 =
      new Weight("W3", "Why", false, Axis.CHARACTERS, Axis.UNITS, "W_3", "W_{hy}");
  public static final Weight BO =
      new Weight("bo", "by", false, null, Axis.CHARACTERS, "b_o", "b_y");
  public static final Vector O = Vector.forward("o", "O", Scale.PROBABILITY, "o").perCharacter();
  public static final Vector E = Vector.gradient("e", "e").perCharacter();
  public static final Vector DH_FROM_OUTPUT =
      Vector.gradient("dh_from_output", "\\mathrm{d}h_{\\mathrm{output}}");

  /** Probabilities (V) with cross-entropy, whose gradient together is {@code o − y}. */
  public static final Head SOFTMAX =
      new Head(
          O.is(Expr.softmax(Cell.H.timesTransposed(W3).plus(BO))),
          Loss.CROSS_ENTROPY,
          E.is(O.minus(new Expr.Target())));

  List<Weight> weights() {
    return List.of(W3, BO);
  }

  /** {@code e·W3}. */
  Equation toState() {
    return DH_FROM_OUTPUT.is(error.left().times(W3));
  }

  List<Gradient> gradients() {
    return List.of(W3.of(error.left(), Cell.H), BO.of(error.left()));
  }
}
