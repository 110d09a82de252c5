package dev.backstep.net;

import java.util.List;
import java.util.Optional;

/**
 * A recurrent cell: what it computes of an input and the states of the cell before, and how the
 * gradients of its states go back to those.
 *
 * <p>Every cell has a hidden state h (H) and its gradient dh, the sum of what comes from the output
 * of this timestep and of what the cell after hands back.
 */
public interface Cell {
  Vector H = Vector.forward("h", "H", Scale.SIGNED, "h");
  Vector DH_FROM_LATER =
      Vector.gradient("dh_from_later", "\\mathrm{d}h_{\\mathrm{later}}").writtenAs("dh_later");
  Vector DH = Vector.gradient("dh", "\\mathrm{d}h");
  Vector DH_PREV = Vector.gradient("dh_prev", "\\mathrm{d}h_{\\mathrm{prev}}");

  /** The name in settings and files: {@code vanilla}. */
  String id();

  List<Weight> weights();

  /** The bias whose start value is a setting; a cell without gates has none. */
  default Optional<GateBias> gateBias() {
    return Optional.empty();
  }

  /** What a cell hands to the next, h first; each is (H). */
  List<Vector> states();

  /** From x and the states before to the states of this cell, in order. */
  List<Equation> forward(Expr x);

  /**
   * From the gradients of the states to those of the pre-activations, in order.
   *
   * @param fromOutput the part of dh that comes from the output of this timestep
   */
  List<Rule> backward(Equation fromOutput);

  /** What is added to the gradients of the weights. */
  List<Gradient> gradients(Expr x);

  /** What is handed to the cell before, in the order of the states. */
  List<Equation> handedBack();

  /** {@code dh = e·W3 + dh_later}. */
  static Rule total(Equation fromOutput) {
    return new Rule.OfVector(
        List.of(fromOutput, DH_FROM_LATER.is(DH_PREV.after())),
        DH.is(fromOutput.left().plus(DH_FROM_LATER)));
  }
}
