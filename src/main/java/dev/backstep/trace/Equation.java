package dev.backstep.trace;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The equations of a cell in the order of computation, with the quantities that each computes. */
public enum Equation {
  H(Phase.FORWARD, "h = tanh(x·W1 + h_prev·W2 + bh)", Quantity.H),
  O(Phase.FORWARD, "o = softmax(h·W3ᵀ + bo)", Quantity.O),
  LOSS(Phase.LOSS, "loss = Σₜ −ln o[y]", Quantity.O),
  E(Phase.BACKWARD, "e = o − y", Quantity.E),
  DH(
      Phase.BACKWARD,
      "dh = e·W3 + dh_later",
      Quantity.DH,
      Quantity.DH_FROM_OUTPUT,
      Quantity.DH_FROM_LATER),
  DTANH(Phase.BACKWARD, "dtanh = (1 − h²) ⊙ dh", Quantity.DTANH),
  DW_OUTPUT(Phase.BACKWARD, "dW3 += eᵀ·h    dbo += e", Quantity.E, Quantity.H),
  DW_HIDDEN(
      Phase.BACKWARD,
      "dW1 += xᵀ·dtanh    dW2 += h_prevᵀ·dtanh    dbh += dtanh",
      Quantity.DTANH,
      Quantity.H),
  DXT(Phase.BACKWARD, "dxt = dtanh·W1ᵀ", Quantity.DXT),
  DH_PREV(Phase.BACKWARD, "dh_prev = dtanh·W2ᵀ", Quantity.DH_PREV),
  UPDATE(Phase.UPDATE, "W −= lr · clip(dW), as the optimiser has it");

  private final Phase phase;
  private final String formula;
  private final Set<Quantity> quantities;

  Equation(Phase phase, String formula, Quantity... quantities) {
    this.phase = phase;
    this.formula = formula;
    this.quantities = Set.of(quantities);
  }

  public Phase phase() {
    return phase;
  }

  /** As one line of text. */
  public String formula() {
    return formula;
  }

  /** What to look at while this equation is the active one. */
  public Set<Quantity> quantities() {
    return quantities;
  }

  /** The equations of a phase, in order. */
  public static List<Equation> of(Phase phase) {
    return Arrays.stream(values()).filter(equation -> equation.phase == phase).toList();
  }
}
