package dev.backstep.check.diagnosis;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.math.Numbers;
import java.util.Arrays;
import java.util.Optional;

/** Recognises gradients of which each entry was cut off at ± one limit. */
final class Clipped {
  /** A number that was typed has fewer characters: 5, 0.25. */
  private static final int TYPED = 6;

  /** Numbers that are no further apart are one number. */
  private static final double SAME = 1e-12;

  private final Submission submission;
  private final Fit fit;

  Clipped(Submission submission, Fit fit) {
    this.submission = submission;
    this.fit = fit;
  }

  Optional<GradientChange> between(Computed candidate) {
    double limit = largest(submission);
    boolean isClipped =
        submission.totals().stream().anyMatch(total -> exceeds(candidate, total, limit));
    return limit > 0 && isClipped && isLimit(candidate, limit) && fits(candidate, limit)
        ? Optional.of(
            new GradientChange(
                GradientChange.Kind.ENTRIES_CLIPPED, limit / submission.totalsTimes()))
        : Optional.empty();
  }

  /** One entry that is too small proves no limit, unless it is a number that people type. */
  private boolean isLimit(Computed candidate, double limit) {
    long cut =
        submission.totals().stream()
            .filter(SuppliedTotal::isOfWeight)
            .flatMapToDouble(total -> Arrays.stream(candidate.total(total.gradient())))
            .filter(entry -> Math.abs(entry) > limit)
            .count();
    return cut > 1 || Numbers.typed(limit / submission.totalsTimes()).length() < TYPED;
  }

  private boolean exceeds(Computed candidate, SuppliedTotal total, double limit) {
    for (double entry : candidate.total(total.gradient())) {
      if (total.isOfWeight() && Math.abs(entry) > limit) {
        return true;
      }
    }
    return false;
  }

  private boolean fits(Computed candidate, double limit) {
    return fit.rowsFit(candidate, 1)
        && submission.totals().stream()
            .allMatch(
                total ->
                    agrees(total, clip(candidate.total(total.gradient()), limit))
                        || (!total.isOfWeight()
                            && agrees(total, candidate.total(total.gradient()))));
  }

  private boolean agrees(SuppliedTotal total, double[] expected) {
    return submission.agree(total, expected);
  }

  static double[] clip(double[] values, double limit) {
    double[] clipped = new double[values.length];
    for (int i = 0; i < clipped.length; i++) {
      clipped[i] = Math.max(-limit, Math.min(limit, values[i]));
    }
    return clipped;
  }

  /** The limit that more than one entry stands at; 0 if there is none. */
  static double limit(Submission submission) {
    double largest = largest(submission);
    long there =
        submission.totals().stream()
            .filter(SuppliedTotal::isOfWeight)
            .flatMapToDouble(total -> Arrays.stream(total.entries()))
            .filter(entry -> Math.abs(Math.abs(entry) - largest) <= SAME * largest)
            .count();
    boolean isTyped = Numbers.typed(largest / submission.totalsTimes()).length() < TYPED;
    return there > 1 || (there == 1 && isTyped) ? largest : 0;
  }

  private static double largest(Submission submission) {
    double largest = 0;
    for (SuppliedTotal total : submission.totals()) {
      for (double entry : total.isOfWeight() ? total.entries() : new double[0]) {
        largest = Math.max(largest, Math.abs(entry));
      }
    }
    return largest;
  }
}
