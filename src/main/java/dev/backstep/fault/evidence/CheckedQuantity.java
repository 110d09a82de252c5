package dev.backstep.fault.evidence;

import dev.backstep.math.MatrixView;
import dev.backstep.math.RowView;
import dev.backstep.model.Parameters;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Input;
import dev.backstep.net.Net;
import dev.backstep.net.Phase;
import dev.backstep.net.Rule;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What can be right or wrong in a cell: a vector, or what the cell adds to a weight gradient.
 *
 * @param vector null for a share
 * @param weight the name of the weight of a share; null for a vector
 */
public record CheckedQuantity(@Nullable Vector vector, @Nullable String weight) {
  public static final CheckedQuantity H = of(Cell.H);
  public static final CheckedQuantity O = of(Head.O);
  public static final CheckedQuantity E = of(Head.E);
  public static final CheckedQuantity DH = of(Cell.DH);
  public static final CheckedQuantity DTANH = of(Vanilla.DTANH);
  public static final CheckedQuantity DW3 = ofShare(Parameters.W3);
  public static final CheckedQuantity DBO = ofShare(Parameters.BO);
  public static final CheckedQuantity DW1 = ofShare(Parameters.W1);
  public static final CheckedQuantity DW2 = ofShare(Parameters.W2);
  public static final CheckedQuantity DBH = ofShare(Parameters.BH);
  public static final CheckedQuantity DXT = of(Input.DXT);
  public static final CheckedQuantity DH_PREV = of(Cell.DH_PREV);

  /** A vector of a cell. */
  public static CheckedQuantity of(Vector vector) {
    return new CheckedQuantity(vector, null);
  }

  /** What a cell adds to the gradient of the weight of a name. */
  public static CheckedQuantity ofShare(String weight) {
    return new CheckedQuantity(null, weight);
  }

  /**
   * All that a cell of a net computes, in the order of computation, without parts of vectors; but
   * of several states one can come through from later and another not, so there those parts count.
   */
  public static List<CheckedQuantity> all(Net net) {
    return net.rules().stream().flatMap(rule -> of(rule, net.states().size() > 1)).toList();
  }

  /**
   * The same as the rows of a table: the vectors, what is handed back before the gradient of the
   * input, and then the shares in the order of the weights.
   */
  public static List<CheckedQuantity> rows(Net net) {
    CheckedQuantity ofInput = of(net.inputGradient());
    Stream<CheckedQuantity> vectors =
        all(net).stream().filter(checked -> !checked.isShare() && !checked.equals(ofInput));
    Stream<CheckedQuantity> shares = net.names().stream().map(CheckedQuantity::ofShare);
    return Stream.of(vectors, Stream.of(ofInput), shares).flatMap(rows -> rows).toList();
  }

  private static Stream<CheckedQuantity> of(Rule rule, boolean withLater) {
    if (rule instanceof Rule.OfVector vector) {
      return vector.equations().stream()
          .filter(each -> each.equals(vector.equation()) || (withLater && each.isHandedOver()))
          .map(each -> of(each.left()));
    }
    return rule instanceof Rule.OfGradients shares
        ? shares.gradients().stream().map(gradient -> ofShare(gradient.weight().name()))
        : Stream.empty();
  }

  /** Those of a phase, in order. */
  public static List<CheckedQuantity> all(Net net, Phase phase) {
    return all(net).stream().filter(checked -> checked.phase() == phase).toList();
  }

  /** The pass that computes it. */
  public Phase phase() {
    return isShare() ? Phase.BACKWARD : quantity().phase();
  }

  /** Whether it is what a cell adds to a weight gradient. */
  public boolean isShare() {
    return weight != null;
  }

  /** The vector; of a share there is none. */
  public Vector quantity() {
    return Objects.requireNonNull(vector, () -> "d" + weight);
  }

  /** The parameter of a share; of a vector there is none. */
  public String parameter() {
    return Objects.requireNonNull(weight, () -> String.valueOf(vector));
  }

  /** e, dh … and dW1, dW2 … for the shares. */
  public String symbol() {
    return isShare() ? "d" + parameter() : quantity().written();
  }

  /** What a trace has for it at timestep t: one row, or a matrix of the parameter's shape. */
  public MatrixView of(Trace trace, int t) {
    return isShare() ? trace.share(parameter(), t) : new RowView(trace.values(quantity()), t);
  }

  @Override
  public String toString() {
    return symbol();
  }
}
