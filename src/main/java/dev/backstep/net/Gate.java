package dev.backstep.net;

import java.util.List;

/**
 * The weights of one gate of a cell, and the gradient of its pre-activation.
 *
 * @param w1 from the input, (D, H)
 * @param w2 from the state before, (H, H)
 * @param bias (H)
 * @param da the gradient of the pre-activation, (H)
 */
public record Gate(Weight w1, Weight w2, Weight bias, Vector da) {
  /** The gate of a letter, whose weights are called W1_i, W2_i and b_i. */
  static Gate of(String letter) {
    return new Gate(
        matrix("W1_" + letter, "Wx" + letter, Axis.INPUTS, "W_{1" + letter + "}", "x" + letter),
        matrix("W2_" + letter, "Wh" + letter, Axis.UNITS, "W_{2" + letter + "}", "h" + letter),
        bias("b_" + letter, "b_" + letter),
        Vector.gradient("da_" + letter, "\\mathrm{d}a_" + letter));
  }

  private static Weight matrix(
      String name, String inLiterature, Axis rows, String latex, String index) {
    return new Weight(name, inLiterature, true, rows, Axis.UNITS, latex, "W_{" + index + "}");
  }

  /** A bias of the units. */
  static Weight bias(String name, String latex) {
    return new Weight(name, name, false, null, Axis.UNITS, latex, latex);
  }

  List<Weight> weights() {
    return List.of(w1, w2, bias);
  }

  /** {@code x·W1 + state·W2 + b}. */
  Expr sum(Expr x, Expr state) {
    return x.times(w1).plus(state.times(w2)).plus(bias);
  }

  /** {@code da·W2ᵀ}. */
  Expr back() {
    return da.timesTransposed(w2);
  }

  /** {@code dW1 += xᵀ·da}, {@code dW2 += stateᵀ·da}, {@code db += da}. */
  List<Gradient> gradients(Expr x, Expr state) {
    return List.of(w1.of(x, da), w2.of(state, da), bias.of(da));
  }
}
