package dev.backstep.check;

import java.util.Optional;

/** Recognises gradients of which each entry was cut off at ± one limit. */
final class Clipped {
  private final Submission submission;
  private final Fit fit;

  Clipped(Submission submission, Fit fit) {
    this.submission = submission;
    this.fit = fit;
  }

  Optional<Twist> between(Computed candidate) {
    double limit = largest();
    boolean isClipped =
        submission.totals().stream().anyMatch(total -> exceeds(candidate, total, limit));
    return limit > 0 && isClipped && fits(candidate, limit)
        ? Optional.of(new Twist(Twist.Kind.ENTRIES_CLIPPED, limit / submission.totalsTimes()))
        : Optional.empty();
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

  private static double[] clip(double[] values, double limit) {
    double[] clipped = new double[values.length];
    for (int i = 0; i < clipped.length; i++) {
      clipped[i] = Math.max(-limit, Math.min(limit, values[i]));
    }
    return clipped;
  }

  private double largest() {
    double largest = 0;
    for (SuppliedTotal total : submission.totals()) {
      for (double entry : total.isOfWeight() ? total.entries() : new double[0]) {
        largest = Math.max(largest, Math.abs(entry));
      }
    }
    return largest;
  }
}
