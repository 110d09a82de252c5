package dev.backstep.trace.links;

import dev.backstep.net.Axis;
import dev.backstep.net.Gradient;
import dev.backstep.net.Input;
import dev.backstep.net.Net;
import dev.backstep.net.Rule;
import dev.backstep.net.Vector;
import dev.backstep.net.Weight;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One unit, followed from equation to equation: of whatever is looked at next, the number that
 * belongs to the unit, the output or the input that was looked at last.
 */
public final class SameUnits {
  private final Map<Axis, Integer> last = new EnumMap<>(Axis.class);
  private @Nullable String parameter;

  /** Remembers of which unit, output or input a number is. */
  public void remember(@Nullable Entry entry) {
    if (entry instanceof Entry.OfCell cell) {
      last.put(cell.quantity().axis(), cell.index());
    } else if (entry instanceof Entry.OfShare share) {
      parameter = share.parameter();
    }
  }

  /** The number of a timestep that an equation computes; null where it computes none of a cell. */
  public @Nullable Entry entry(Trace trace, Rule rule, int timestep) {
    if (rule instanceof Rule.OfVector of) {
      Vector vector = of.equation().left();
      return new Entry.OfCell(vector, timestep, index(trace, vector.axis(), timestep));
    }
    return rule instanceof Rule.OfGradients shares
        ? share(trace, weight(trace.net(), shares), timestep)
        : null;
  }

  private Entry share(Trace trace, Weight weight, int t) {
    Axis rows = weight.rows();
    return new Entry.OfShare(
        weight.name(), t, rows == null ? 0 : row(trace, rows, t), index(trace, weight.cols(), t));
  }

  /** Of a row for each character only the one that is read is not zero. */
  private int row(Trace trace, Axis rows, int t) {
    boolean isLookedUp =
        rows == Axis.CHARACTERS
            || (rows == Axis.INPUTS && trace.net().input().equals(Input.ONE_HOT));
    return isLookedUp ? Math.max(0, trace.input(t)) : index(trace, rows, t);
  }

  /** The weight that was looked at last if it is one of these, else what leads back in time. */
  private Weight weight(Net net, Rule.OfGradients shares) {
    return shares.gradients().stream()
        .map(Gradient::weight)
        .filter(weight -> weight.name().equals(parameter))
        .findFirst()
        .or(
            () ->
                shares.gradients().stream()
                    .map(Gradient::weight)
                    .filter(net.recurrentWeights()::contains)
                    .findFirst())
        .orElse(shares.gradients().get(0).weight());
  }

  private int index(Trace trace, Axis axis, int t) {
    int size = trace.shape().size(axis);
    Integer remembered = last.get(axis);
    if (remembered != null && remembered < size) {
      return remembered;
    }
    boolean isCharacter = axis != Axis.UNITS && size == trace.shape().vocabulary();
    int character = axis == Axis.OUTPUTS ? trace.target(t) : trace.input(t);
    return isCharacter ? Math.max(0, Math.min(size - 1, character)) : 0;
  }
}
