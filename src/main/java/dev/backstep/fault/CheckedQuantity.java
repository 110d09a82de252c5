package dev.backstep.fault;

import dev.backstep.math.MatrixView;
import dev.backstep.math.RowView;
import dev.backstep.model.Parameters;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Input;
import dev.backstep.net.Net;
import dev.backstep.net.Phase;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What can be right or wrong in a cell, in the order of computation: the vectors, and what the cell
 * adds to each weight gradient.
 */
public enum CheckedQuantity {
  H(Cell.H),
  O(Head.O),
  E(Head.E),
  DH(Cell.DH),
  DTANH(Vanilla.DTANH),
  DW3(Parameters.W3),
  DBO(Parameters.BO),
  DW1(Parameters.W1),
  DW2(Parameters.W2),
  DBH(Parameters.BH),
  DXT(Input.DXT),
  DH_PREV(Cell.DH_PREV);

  private static final List<CheckedQuantity> BACKWARD =
      Arrays.stream(values()).filter(judged -> judged.phase() == Phase.BACKWARD).toList();

  private final @Nullable Vector quantity;
  private final @Nullable String parameter;

  CheckedQuantity(Vector quantity) {
    this.quantity = quantity;
    parameter = null;
  }

  CheckedQuantity(String parameter) {
    quantity = null;
    this.parameter = parameter;
  }

  /** Those of the backward pass, in order. */
  public static List<CheckedQuantity> backward() {
    return BACKWARD;
  }

  /** The pass that computes it. */
  public Phase phase() {
    return isShare() ? Phase.BACKWARD : quantity().phase();
  }

  /** Whether it is what a cell adds to a weight gradient. */
  public boolean isShare() {
    return parameter != null;
  }

  /** The vector of a net, whose own gradient of the pre-activation stands for dtanh. */
  public Vector quantity(Net net) {
    return this == DTANH ? net.preActivations().get(0) : quantity();
  }

  /** The vector of the vanilla net; of a share there is none. */
  private Vector quantity() {
    return Objects.requireNonNull(quantity, name());
  }

  /** The parameter of a share; of a vector there is none. */
  public String parameter() {
    return Objects.requireNonNull(parameter, name());
  }

  /** e, dh … and dW1, dW2 … for the shares; as it is called in the vanilla net. */
  public String symbol() {
    return isShare() ? "d" + parameter() : quantity().name();
  }

  /** What a trace has for it at timestep t: one row, or a matrix of the parameter's shape. */
  public MatrixView of(Trace trace, int t) {
    return isShare()
        ? trace.share(parameter(), t)
        : new RowView(trace.values(quantity(trace.net())), t);
  }
}
