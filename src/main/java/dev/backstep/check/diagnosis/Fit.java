package dev.backstep.check.diagnosis;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Rounding;
import dev.backstep.check.submission.Sketch;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SuppliedRows;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.check.verdict.Reduction;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.LastCells;
import dev.backstep.net.Phase;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which of the supplied numbers something that was computed reproduces. */
final class Fit {
  private final Submission submission;
  private final Computed right;
  private final double limit;
  private final List<SuppliedTotal> cheapFirst;
  private final Map<String, Sketch> sketches = new HashMap<>();
  private final @Nullable LastCells lastCells;

  Fit(Submission submission, Computed right) {
    this(submission, right, Double.POSITIVE_INFINITY);
  }

  /**
   * @param limit at which gradients of weights were cut off
   */
  Fit(Submission submission, Computed right, double limit) {
    this.submission = submission;
    this.right = right;
    this.limit = limit;
    lastCells = right.lastCells();
    cheapFirst =
        submission.totals().stream()
            .sorted(Comparator.comparingInt(total -> total.entries().length))
            .toList();
    if (limit == Double.POSITIVE_INFINITY) {
      submission.totals().stream()
          .filter(SuppliedTotal::isOfWeight)
          .forEach(total -> sketches.put(total.gradient(), new Sketch(total, rows(total))));
    }
  }

  private int rows(SuppliedTotal total) {
    return submission.shape().size(submission.given().net().weight(total.weight()).rows());
  }

  /** A gradient as it would have been supplied. */
  private double[] of(SuppliedTotal total, Computed candidate) {
    double[] computed = candidate.total(total.gradient());
    return total.isOfWeight() && limit < Double.POSITIVE_INFINITY
        ? Clipped.clip(computed, limit)
        : computed;
  }

  private boolean agrees(SuppliedTotal total, Computed candidate) {
    return !isSeenToDiffer(total, candidate) && submission.agree(total, of(total, candidate));
  }

  /** Whether a look from one side shows it, so that the whole need not be computed. */
  private boolean isSeenToDiffer(SuppliedTotal total, Computed candidate) {
    Sketch sketch = sketches.get(total.gradient());
    if (sketch == null || sketch.total() != total) {
      return false;
    }
    double[] seen = candidate.seen(total.gradient(), sketch.direction());
    return seen != null && submission.isOther(sketch, sketch.distance(seen));
  }

  /** Whether something that was computed reproduces everything, asked as cheaply as may be. */
  boolean fits(Computed candidate) {
    return submission.rows().stream().allMatch(rows -> reproduces(rows, candidate))
        && cheapFirst.stream().allMatch(total -> agrees(total, candidate));
  }

  /**
   * Whether other rules reproduce everything, asked of the last cells first, which rule out most.
   */
  boolean fits(BackwardRules rules) {
    return !areLastCellsOther(rules) && fits(by(rules));
  }

  private boolean areLastCellsOther(BackwardRules rules) {
    LastCells last = lastCells;
    if (last == null || sketches.isEmpty()) {
      return false;
    }
    List<double[]> rows = last.rows(rules);
    List<String> weights = last.weights();
    return rows != null
        && IntStream.range(0, rows.size())
            .anyMatch(i -> isOther(last.row(), rows.get(i), sketches.get("d" + weights.get(i))));
  }

  private boolean isOther(int row, double[] computed, @Nullable Sketch sketch) {
    return sketch != null && submission.isOther(sketch, sketch.distance(row, computed));
  }

  /** What other rules make of what was given. */
  Computed by(BackwardRules rules) {
    return right.by(rules);
  }

  /** The names of the supplied arrays that it does not reproduce, by the project's names. */
  Set<String> misses(Computed candidate) {
    Set<String> missed = new LinkedHashSet<>();
    for (SuppliedRows rows : submission.rows()) {
      if (!reproduces(rows, candidate)) {
        missed.add(rows.quantity().inFiles());
      }
    }
    for (SuppliedTotal total : submission.totals()) {
      if (!agrees(total, candidate)) {
        missed.add(total.gradient());
      }
    }
    return missed;
  }

  /** The largest error of what is computed on the way back, where something does fit. */
  double error(Computed candidate) {
    double ofTotals =
        submission.totals().stream()
            .mapToDouble(total -> error(total.entries(), of(total, candidate)))
            .max()
            .orElse(0);
    double ofRows =
        submission.rows().stream()
            .filter(rows -> rows.quantity().phase() == Phase.BACKWARD)
            .flatMapToDouble(
                rows ->
                    timesteps()
                        .mapToDouble(t -> error(rows.rows()[t], candidate.row(rows.quantity(), t))))
            .max()
            .orElse(0);
    return Math.max(ofTotals, ofRows);
  }

  private double error(double[] yours, double[] computed) {
    return submission.tolerance().error(yours, computed);
  }

  /**
   * Whether rounding leaves something to be told of everything that was supplied; else what a fault
   * makes of it fits nearly as well as what another makes.
   */
  boolean tellsAll() {
    return submission.totals().stream().noneMatch(this::isBlurred)
        && submission.rows().stream()
            .noneMatch(rows -> timesteps().anyMatch(t -> reach(rows, t).tellsNothing()));
  }

  /** Whether something that is wrong is not blurred by rounding. */
  boolean tellsWrong() {
    return submission.totals().stream().anyMatch(total -> !isBlurred(total) && !isRight(total))
        || submission.rows().stream()
            .anyMatch(
                rows ->
                    timesteps()
                        .filter(t -> !reach(rows, t).tellsNothing())
                        .anyMatch(t -> !isRight(rows, t)));
  }

  private IntStream timesteps() {
    return IntStream.range(0, submission.length());
  }

  private Rounding.Reach reach(SuppliedRows rows, int t) {
    return submission.rounding().of(rows.quantity(), t);
  }

  private boolean isBlurred(SuppliedTotal total) {
    return submission.rounding().of(total.gradient()).tellsNothing();
  }

  private boolean isRight(SuppliedTotal total) {
    return submission.agree(total, right.total(total.gradient()));
  }

  private boolean isRight(SuppliedRows rows, int t) {
    return submission.agree(rows, t, right.row(rows.quantity(), t));
  }

  /** Whether rows are those that were computed, or forward and right. */
  boolean reproduces(SuppliedRows rows, Computed candidate) {
    return fits(rows, candidate, 1) || isForwardAndRight(rows);
  }

  /** A fault may spoil what is kept of H and O; the program may have saved them before that. */
  private boolean isForwardAndRight(SuppliedRows rows) {
    return rows.quantity().phase() == Phase.FORWARD && fits(rows, right, 1);
  }

  /** Whether rows are those that were computed, times a factor. */
  boolean fits(SuppliedRows rows, Computed candidate, double factor) {
    for (int t = 0; t < submission.length(); t++) {
      double[] computed = candidate.row(rows.quantity(), t);
      double[] expected = factor == 1 ? computed : Reduction.times(computed, factor);
      if (!submission.agree(rows, t, expected)) {
        return false;
      }
    }
    return true;
  }

  /** Whether every supplied row fits; those of the backward pass times a factor. */
  boolean rowsFit(Computed candidate, double factor) {
    return submission.rows().stream()
        .allMatch(
            rows ->
                rows.quantity().phase() == Phase.FORWARD
                    ? reproduces(rows, candidate)
                    : fits(rows, candidate, factor));
  }

  /** How much of the right numbers something reproduces, where numbers were supplied. */
  Fit toRight() {
    Submission asRight =
        submission.with(
            submission.rows().stream().map(this::right).toList(),
            submission.totals().stream().map(this::right).toList());
    return new Fit(asRight, right, limit);
  }

  private SuppliedRows right(SuppliedRows rows) {
    double[][] numbers = new double[submission.length()][];
    for (int t = 0; t < numbers.length; t++) {
      numbers[t] = right.row(rows.quantity(), t);
    }
    return new SuppliedRows(rows.name(), rows.quantity(), numbers);
  }

  private SuppliedTotal right(SuppliedTotal total) {
    return total.with(of(total, right));
  }
}
