package dev.backstep.check.diagnosis;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.check.verdict.Reduction;
import dev.backstep.math.Kernels;
import dev.backstep.math.Numbers;
import dev.backstep.net.Phase;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Recognises gradients that are those of a candidate, times one number for all of them. */
final class Factors {
  /** A number that was typed has at most so many characters: 0.001, 0.25, 5. */
  private static final int TYPED = 6;

  /** What torch.nn.utils.clip_grad_norm_ adds to the norm by which it divides. */
  private static final double OF_TORCH = 1e-6;

  /** So many backward passes without clearing are counted. */
  private static final int MOST_PASSES = 9;

  /** Within more than this of a number every number has two digits. */
  private static final double LOOSEST = 1e-2;

  private final Submission submission;
  private final Fit fit;

  Factors(Submission submission, Fit fit) {
    this.submission = submission;
    this.fit = fit;
  }

  /** Empty if there is no such number, or it is 1. */
  Optional<GradientChange> between(Computed candidate) {
    List<SuppliedTotal> weights =
        submission.totals().stream().filter(SuppliedTotal::isOfWeight).toList();
    double factor = weights.isEmpty() ? ofRows(candidate) : ofTotals(weights, candidate);
    if (!Double.isFinite(factor) || factor == 0 || !fit(candidate, factor)) {
      return Optional.empty();
    }
    return Optional.of(named(factor));
  }

  private boolean fit(Computed candidate, double factor) {
    boolean rowsFit = fit.rowsFit(candidate, 1) || fit.rowsFit(candidate, factor);
    return rowsFit
        && submission.totals().stream()
            .allMatch(
                total ->
                    agrees(total, candidate, factor)
                        // h0 is no parameter: what is done with their gradients passes it by.
                        || (!total.isOfWeight() && agrees(total, candidate, 1)));
  }

  /**
   * The number by which those behind the output are multiplied, where faults of the cell leave them
   * as they are; empty if it is 1, or there is none.
   */
  OptionalDouble ofOutput(Computed right) {
    List<SuppliedTotal> totals =
        submission.totals().stream()
            .filter(total -> LeftOut.isOfOutput(submission, total))
            .toList();
    double factor = ofTotals(totals, right);
    boolean isFactor =
        Double.isFinite(factor)
            && factor != 0
            && !totals.stream().allMatch(total -> agrees(total, right, 1))
            && totals.stream().allMatch(total -> agrees(total, right, factor));
    return isFactor ? OptionalDouble.of(factor) : OptionalDouble.empty();
  }

  private boolean agrees(SuppliedTotal total, Computed candidate, double factor) {
    return submission.agree(total, Reduction.times(candidate.total(total.gradient()), factor));
  }

  /** {@code ⟨yours, candidate⟩ / ⟨candidate, candidate⟩} over all entries. */
  private static double ofTotals(List<SuppliedTotal> totals, Computed candidate) {
    double product = 0;
    double square = 0;
    for (SuppliedTotal total : totals) {
      double[] expected = candidate.total(total.gradient());
      product += Kernels.dot(total.entries(), expected);
      square += Kernels.dot(expected, expected);
    }
    return product / square;
  }

  private double ofRows(Computed candidate) {
    int last = submission.length() - 1;
    return submission.rows().stream()
        .filter(rows -> rows.quantity().phase() == Phase.BACKWARD)
        .findFirst()
        .map(
            rows -> {
              double[] expected = candidate.row(rows.quantity(), last);
              return Kernels.dot(rows.rows()[last], expected) / Kernels.dot(expected, expected);
            })
        .orElse(0.0);
  }

  /** What multiplies gradients by a number. */
  GradientChange named(double factor) {
    List<SuppliedTotal> weights =
        submission.totals().stream().filter(SuppliedTotal::isOfWeight).toList();
    double magnitude = Math.abs(factor);
    double rate = submission.learningRate().orElse(Double.NaN);
    if (isClose(factor, 1.0 / submission.length())) {
      return new GradientChange(GradientChange.Kind.MEAN, factor);
    }
    if (isClose(magnitude, rate)) {
      return new GradientChange(GradientChange.Kind.RATE, factor);
    }
    if (isClose(factor, -1)) {
      return new GradientChange(GradientChange.Kind.SIGN, factor);
    }
    if (isCount(factor)) {
      return new GradientChange(GradientChange.Kind.REPEATED, Math.rint(factor));
    }
    if (factor > 0 && factor < 1) {
      double norm = norm(weights) / submission.totalsTimes();
      double ofTorch = norm + factor * OF_TORCH;
      if (isTyped(norm) || isTyped(ofTorch)) {
        return new GradientChange(GradientChange.Kind.NORM_CLIPPED, isTyped(norm) ? norm : ofTorch);
      }
    }
    boolean isRate = magnitude < 1 && isTyped(magnitude);
    return new GradientChange(
        isRate ? GradientChange.Kind.RATE : GradientChange.Kind.FACTOR, factor);
  }

  /** How often something was added; who counts on stops early. */
  private boolean isCount(double factor) {
    double count = Math.rint(factor);
    return count >= 2 && count <= MOST_PASSES && isClose(factor, count);
  }

  private static double norm(List<SuppliedTotal> totals) {
    return Math.sqrt(
        totals.stream().mapToDouble(total -> Kernels.dot(total.entries(), total.entries())).sum());
  }

  private boolean isClose(double value, double other) {
    double relative = Math.min(10 * precision(), LOOSEST);
    return Math.abs(value - other) <= relative * Math.abs(other);
  }

  /** How well a factor is known: as well as the totals that it was found in. */
  private double precision() {
    double rounded =
        submission.totals().stream()
            .mapToDouble(total -> submission.rounding().of(total.gradient()).error())
            .max()
            .orElse(0);
    return Math.max(submission.tolerance().relative(), rounded);
  }

  /** Whether it is a number of few digits. */
  private boolean isTyped(double value) {
    double rounded = Double.parseDouble(String.format(Locale.ROOT, "%.2g", value));
    return value > 0 && isClose(value, rounded) && Numbers.typed(rounded).length() <= TYPED;
  }
}
