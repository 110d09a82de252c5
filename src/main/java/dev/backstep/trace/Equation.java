package dev.backstep.trace;

import dev.backstep.model.Parameters;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The equations of a cell in the order of computation, with the quantities that each computes. How
 * they are written depends on the {@link Notation}.
 */
public enum Equation {
  H(Phase.FORWARD, Quantity.H),
  O(Phase.FORWARD, Quantity.O),
  LOSS(Phase.LOSS, Quantity.O),
  E(Phase.BACKWARD, Quantity.E),
  DH(Phase.BACKWARD, Quantity.DH, Quantity.DH_FROM_OUTPUT, Quantity.DH_FROM_LATER),
  DTANH(Phase.BACKWARD, Quantity.DTANH),
  DW_OUTPUT(Phase.BACKWARD, Quantity.E, Quantity.H),
  DW_HIDDEN(Phase.BACKWARD, Quantity.DTANH, Quantity.H),
  DXT(Phase.BACKWARD, Quantity.DXT),
  DH_PREV(Phase.BACKWARD, Quantity.DH_PREV),
  UPDATE(Phase.UPDATE);

  private final Phase phase;
  private final Set<Quantity> quantities;

  Equation(Phase phase, Quantity... quantities) {
    this.phase = phase;
    this.quantities = Set.of(quantities);
  }

  public Phase phase() {
    return phase;
  }

  /** What to look at while this equation is the active one. */
  public Set<Quantity> quantities() {
    return quantities;
  }

  /** The equation that computes a number; null for what is given. */
  public static Equation of(Entry entry) {
    if (entry instanceof Entry.OfCell cell) {
      return of(cell.quantity());
    }
    if (entry instanceof Entry.OfShare share) {
      return ofGradient(share.parameter());
    }
    if (entry instanceof Entry.OfAccumulator sum) {
      return ofGradient(sum.parameter());
    }
    return entry instanceof Entry.AtUpdate ? UPDATE : null;
  }

  private static Equation of(Quantity quantity) {
    return switch (quantity) {
      case H -> H;
      case O -> O;
      case E -> E;
      case DH_FROM_OUTPUT, DH_FROM_LATER, DH -> DH;
      case DTANH -> DTANH;
      case DXT -> DXT;
      case DH_PREV -> DH_PREV;
    };
  }

  private static Equation ofGradient(String parameter) {
    boolean isOutput = parameter.equals(Parameters.W3) || parameter.equals(Parameters.BO);
    return isOutput ? DW_OUTPUT : DW_HIDDEN;
  }

  /** The equations of a phase, in order. */
  public static List<Equation> of(Phase phase) {
    return Arrays.stream(values()).filter(equation -> equation.phase == phase).toList();
  }
}
