package dev.backstep.check.reading;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.check.submission.SuppliedRows;
import dev.backstep.math.NdArray;
import dev.backstep.model.Example;
import dev.backstep.model.GradientCheck;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads what a file has of every timestep. What is called so and has another shape, as a variable
 * of the last pass of a loop, is left out.
 */
final class RowsReader {
  /** A row of o − y sums to less than this in any precision, and a row of o to 1. */
  private static final double NOTHING = 0.05;

  private final FoundArrays found;
  private final Shaping shaping;
  private final ExampleReader reader;
  private final Computed right;
  private final Example given;
  private final List<String> used = new ArrayList<>();

  /**
   * @param right what is right, by which what a shape leaves open is read
   */
  RowsReader(FoundArrays found, Shaping shaping, ExampleReader reader, Computed right) {
    this.found = found;
    this.shaping = shaping;
    this.reader = reader;
    this.right = right;
    given = right.example();
  }

  /** In the order of computation. */
  List<SuppliedRows> read() throws SubmissionException {
    List<SuppliedRows> rows = new ArrayList<>();
    for (Vector quantity : given.net().vectors()) {
      Optional<String> name = found.overTime(quantity, layout(quantity));
      if (!isCheckable(quantity)) {
        continue;
      }
      if (name.isPresent()) {
        used.add(name.get());
        supplied(name.get(), quantity).ifPresent(rows::add);
      } else {
        found.overTime(quantity).findFirst().ifPresent(each -> leaveOut(each, quantity));
      }
    }
    return rows;
  }

  /** The names of what was read. */
  List<String> used() {
    return used;
  }

  private TimeLayout layout(Vector quantity) {
    boolean hasOneMore = reader.after(quantity).isPresent();
    return new TimeLayout(given.length() + (hasOneMore ? 1 : 0), width(quantity));
  }

  private void leaveOut(String name, Vector quantity) {
    shaping.leaveOut(name, sizes(quantity), layout(quantity).shapes());
  }

  private Optional<SuppliedRows> supplied(String name, Vector quantity) throws SubmissionException {
    double[][] rows = rows(name, quantity);
    if (quantity.equals(Head.O) && reader.hasLoss() && isOverwritten(rows)) {
      return overwritten(name, rows);
    }
    boolean isOfTorch =
        quantity.equals(Cell.DH)
            && name.endsWith(".grad")
            && found.overTime(Head.DH_FROM_OUTPUT).findAny().isEmpty();
    if (isOfTorch && new StateGradient(right).isFromOutput(rows)) {
      shaping.remark(
          String.format(
              Locale.ROOT,
              "%s is read as the part from the output, dh_from_output, which is what torch.nn.RNN"
                  + " keeps.",
              name));
      return Optional.of(new SuppliedRows(name, Head.DH_FROM_OUTPUT, rows));
    }
    return Optional.of(new SuppliedRows(name, quantity, rows));
  }

  /** Whether each row sums to 0, not 1, and only its target is below 0: o − y in place of o. */
  private boolean isOverwritten(double[][] rows) {
    return IntStream.range(0, rows.length)
        .allMatch(
            t ->
                Math.abs(Arrays.stream(rows[t]).sum()) <= NOTHING
                    && IntStream.range(0, rows[t].length)
                        .allMatch(v -> v == given.targets()[t] ? rows[t][v] < 0 : rows[t][v] >= 0));
  }

  /** It is e then, unless e is there as well. */
  private Optional<SuppliedRows> overwritten(String name, double[][] rows) {
    boolean hasE = found.overTime(Head.E, layout(Head.E)).isPresent();
    shaping.remark(
        String.format(
            Locale.ROOT,
            "%1$s is %1$s − y: the 1 of the target was subtracted in place, without a copy; it is"
                + " %2$s.",
            name,
            hasE ? "left out" : "read as e"));
    return hasE ? Optional.empty() : Optional.of(new SuppliedRows(name, Head.E, rows));
  }

  private boolean isCheckable(Vector quantity) {
    if (quantity.phase() == Phase.FORWARD) {
      return !quantity.equals(Head.O) || reader.hasOutput();
    }
    return reader.hasLoss();
  }

  private double[][] rows(String name, Vector quantity) throws SubmissionException {
    if (reader.after(quantity).isPresent()) {
      return reader.after(quantity).get();
    }
    double[][] rows = shaping.overTime(name, given.length(), width(quantity), sizes(quantity));
    NdArray array = found.get(name);
    if (!layout(quantity).isSquare(array)) {
      return rows;
    }
    double[][] columns = layout(quantity).columns(array);
    boolean isAcross = distance(columns, quantity) < distance(rows, quantity);
    if (isAcross) {
      shaping.remark(
          String.format(
              Locale.ROOT, "%s is %s and read as (n, T).", name, NdArray.text(array.shape())));
    }
    return isAcross ? columns : rows;
  }

  private double distance(double[][] rows, Vector quantity) {
    return IntStream.range(0, rows.length)
        .mapToDouble(t -> GradientCheck.error(rows[t], right.row(quantity, t)))
        .sum();
  }

  private int width(Vector quantity) {
    return given.shape().size(quantity.axis());
  }

  private String sizes(Vector quantity) {
    return String.format(
        Locale.ROOT,
        "T = %d and %s = %d",
        given.length(),
        quantity.isPerCharacter() ? "V" : "H",
        width(quantity));
  }
}
