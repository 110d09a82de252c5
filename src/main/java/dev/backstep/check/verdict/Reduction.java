package dev.backstep.check.verdict;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SuppliedRows;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.net.Phase;
import java.util.Locale;

/**
 * Where the loss is the mean over the timesteps, its gradients are those of the sum divided by T,
 * and rightly so. They are multiplied by T here, so that everything behind can think in sums.
 */
public final class Reduction {
  private final Submission submission;
  private final Computed right;

  Reduction(Submission submission, Computed right) {
    this.submission = submission;
    this.right = right;
  }

  /** Whether the loss that was supplied is a mean. */
  boolean isMean() {
    double[] mean = {right.totalLoss() / submission.length()};
    return submission.length() > 1
        && submission.loss().whole().isPresent()
        && isClose(new double[] {submission.loss().whole().getAsDouble()}, mean);
  }

  private boolean isClose(double[] yours, double[] mean) {
    return submission.tolerance().agree(yours, mean)
        || submission.rounding().ofLoss().covers(yours, mean);
  }

  /** The submission in sums. */
  Submission inSums() {
    if (!isMean()) {
      return submission;
    }
    int length = submission.length();
    double ofRows = rowsAreOfMean() ? length : 1;
    double ofTotals = totalsAreOfMean() ? length : 1;
    String how =
        ofRows == 1 && ofTotals == 1
            ? "the gradients are compared with those of the sum"
            : "gradients of the mean are compared after multiplying them by T";
    return submission
        .with(
            submission.rows().stream()
                .map(rows -> isBackward(rows) ? times(rows, ofRows) : rows)
                .toList(),
            submission.totals().stream().map(total -> times(total, ofTotals)).toList())
        .times(ofTotals)
        .remarking(
            String.format(
                Locale.ROOT, "The loss is the mean over T = %d timesteps; %s.", length, how));
  }

  private static boolean isBackward(SuppliedRows rows) {
    return rows.quantity().phase() == Phase.BACKWARD;
  }

  /** The last cell is computed first, so it is the one that is most likely right. */
  private boolean rowsAreOfMean() {
    int last = submission.length() - 1;
    return submission.rows().stream()
        .filter(Reduction::isBackward)
        .findFirst()
        .map(rows -> isOfMean(rows.rows()[last], right.row(rows.quantity(), last)))
        .orElse(false);
  }

  /** Those behind the output are wrong least often, and stand last. */
  private boolean totalsAreOfMean() {
    return submission.totals().stream()
        .filter(SuppliedTotal::isOfWeight)
        .reduce((first, second) -> second)
        .map(total -> isOfMean(total.entries(), right.total(total.gradient())))
        .orElse(false);
  }

  private boolean isOfMean(double[] yours, double[] sum) {
    double[] scaled = times(yours, submission.length());
    return submission.tolerance().error(scaled, sum) < submission.tolerance().error(yours, sum);
  }

  private static SuppliedRows times(SuppliedRows rows, double factor) {
    double[][] scaled = new double[rows.rows().length][];
    for (int t = 0; t < scaled.length; t++) {
      scaled[t] = times(rows.rows()[t], factor);
    }
    return new SuppliedRows(rows.name(), rows.quantity(), scaled);
  }

  private static SuppliedTotal times(SuppliedTotal total, double factor) {
    return total.with(times(total.entries(), factor));
  }

  public static double[] times(double[] values, double factor) {
    double[] scaled = new double[values.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = factor * values[i];
    }
    return scaled;
  }
}
