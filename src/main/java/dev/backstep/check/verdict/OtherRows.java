package dev.backstep.check.verdict;

import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SuppliedRows;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Rows that are read otherwise than their names say, because that alone gives the right numbers:
 * lists of a backward pass that begin with the last timestep, and logits in the place of what is
 * made of them.
 */
final class OtherRows {
  private final Submission submission;
  private final List<String> remarks = new ArrayList<>();

  OtherRows(Submission submission) {
    this.submission = submission;
  }

  /** The submission with the rows as they are meant. */
  Submission meant() {
    List<SuppliedRows> rows = submission.rows().stream().map(this::meant).toList();
    Submission meant =
        remarks.isEmpty() ? submission : submission.with(once(rows), submission.totals());
    for (String remark : remarks) {
      meant = meant.remarking(remark);
    }
    return meant;
  }

  /** What is the output after all may have been supplied already. */
  private static List<SuppliedRows> once(List<SuppliedRows> rows) {
    List<SuppliedRows> once = new ArrayList<>();
    for (SuppliedRows each : rows) {
      if (once.stream().noneMatch(other -> other.quantity() == each.quantity())) {
        once.add(each);
      }
    }
    return once;
  }

  private SuppliedRows meant(SuppliedRows rows) {
    if (rows.quantity().phase() == Phase.BACKWARD) {
      return backward(rows).orElse(rows);
    }
    boolean isOfOutput = rows.quantity().equals(Head.O) || rows.quantity().equals(Cell.H);
    return isOfOutput && isOutputThere() && right(rows, 1) == 0 ? output(rows).orElse(rows) : rows;
  }

  private boolean isOutputThere() {
    return submission.batch().net().head().output().isPresent();
  }

  private Optional<SuppliedRows> backward(SuppliedRows rows) {
    SuppliedRows other = reversed(rows);
    int most = 0;
    int asIs = 0;
    for (LossFactor each : LossFactor.of(submission.batch())) {
      most = Math.max(most, right(other, each.factor()));
      asIs = Math.max(asIs, right(rows, each.factor()));
    }
    if (most < 2 || most <= asIs + 1) {
      return Optional.empty();
    }
    remarks.add(
        String.format(
            Locale.ROOT,
            "%s begins with the last timestep, as it was computed, and is read from its end.",
            rows.name()));
    return Optional.of(other);
  }

  /** Each sequence from its end. */
  private SuppliedRows reversed(SuppliedRows rows) {
    double[][] reversed = new double[rows.rows().length][];
    for (int b = 0; b < submission.batch().size(); b++) {
      int start = submission.batch().start(b);
      int length = submission.batch().sequences().get(b).length();
      for (int t = 0; t < length; t++) {
        reversed[start + t] = rows.rows()[start + length - 1 - t];
      }
    }
    return new SuppliedRows(rows.name(), rows.quantity(), reversed);
  }

  /** At how many timesteps they are right, had they been multiplied by a factor. */
  private int right(SuppliedRows rows, double factor) {
    return (int)
        IntStream.range(0, rows.rows().length)
            .filter(t -> isRight(rows.quantity(), t, Reduction.times(rows.rows()[t], 1 / factor)))
            .count();
  }

  private boolean isRight(Vector quantity, int t, double[] row) {
    double[] right = submission.right().row(quantity, t);
    return right.length == row.length && submission.tolerance().agree(row, right);
  }

  /** What is the output, or what that is made of. */
  private Optional<SuppliedRows> output(SuppliedRows rows) {
    boolean isOutput = areOutputs(rows, row -> row);
    boolean areLogits = !isOutput && areOutputs(rows, this::output);
    if (!isOutput && !areLogits) {
      return Optional.empty();
    }
    remarks.add(
        rows.name()
            + (isOutput
                ? " is read as the output."
                : " is what the output is made of, and compared after that."));
    double[][] outputs =
        areLogits
            ? Arrays.stream(rows.rows()).map(this::output).toArray(double[][]::new)
            : rows.rows();
    return Optional.of(new SuppliedRows(rows.name(), Head.O, outputs));
  }

  private boolean areOutputs(SuppliedRows rows, UnaryOperator<double[]> made) {
    return IntStream.range(0, rows.rows().length)
        .allMatch(t -> isRight(Head.O, t, made.apply(rows.rows()[t])));
  }

  private double[] output(double[] logits) {
    if (submission.batch().net().head().id().equals(Head.SOFTMAX.id())) {
      double most = Arrays.stream(logits).max().orElse(0);
      double[] powers = Arrays.stream(logits).map(z -> StrictMath.exp(z - most)).toArray();
      return Reduction.times(powers, 1 / Arrays.stream(powers).sum());
    }
    return Arrays.stream(logits).map(z -> 1 / (1 + StrictMath.exp(-z))).toArray();
  }
}
