package dev.backstep.check.verdict;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SuppliedRows;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.net.Net;
import dev.backstep.net.Phase;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the loss is a mean, its gradients are those of the sum times a factor, and rightly so. They
 * are divided by it here, so that everything behind can think in sums.
 */
public final class Reduction {
  /** The titles of names in which the loss is nearly always a mean. */
  private static final Set<String> OF_MEANS = Set.of("PyTorch", "Keras", "d2l");

  private final Submission submission;
  private final Computed right;
  private final LossFactor factor;

  Reduction(Submission submission, Computed right) {
    this.submission = submission;
    this.right = right;
    factor = found().orElse(LossFactor.SUM);
  }

  private Optional<LossFactor> found() {
    List<LossFactor> factors = LossFactor.of(submission.batch());
    return submission.loss().whole().isPresent()
        ? factors.stream().filter(this::isOfLoss).findFirst()
        : factors.stream()
            .filter(each -> submission.loss().perTimestep().length == 0)
            .filter(this::isOfTotals)
            .findFirst();
  }

  private boolean isOfLoss(LossFactor each) {
    return isClose(
        new double[] {submission.loss().whole().getAsDouble()},
        new double[] {right.totalLoss() * each.factor()});
  }

  private boolean isClose(double[] yours, double[] expected) {
    return submission.tolerance().agree(yours, expected)
        || submission.rounding().ofLoss().covers(yours, expected);
  }

  /**
   * Without a loss the gradients behind the output tell, which are wrong least often; of one
   * sequence a mean is a thing to be asked about.
   */
  private boolean isOfTotals(LossFactor each) {
    List<SuppliedTotal> ofOutput =
        submission.totals().stream()
            .filter(SuppliedTotal::isOfWeight)
            .filter(total -> isOfOutput(total))
            .toList();
    return (each.needsNoLoss() || isUsualMean(each))
        && !ofOutput.isEmpty()
        && ofOutput.stream()
            .allMatch(
                total ->
                    submission
                        .tolerance()
                        .agree(
                            total.entries(), times(right.total(total.gradient()), each.factor())));
  }

  /** Whether the mean over all timesteps is what the library computes that the names are of. */
  private boolean isUsualMean(LossFactor each) {
    return OF_MEANS.contains(submission.naming().title())
        && each.factor() == 1.0 / submission.batch().timesteps();
  }

  private boolean isOfOutput(SuppliedTotal total) {
    Net net = submission.batch().net();
    return net.isOfOutput(net.weight(total.weight()));
  }

  /** The factor of the loss that was supplied: 1 of the sum. */
  double ofLoss() {
    return factor.factor();
  }

  /** The submission in sums. */
  Submission inSums() {
    if (factor.equals(LossFactor.SUM)) {
      return submission;
    }
    double ofRows = rowsAreScaled() ? 1 / factor.factor() : 1;
    double ofTotals = totalsAreScaled() ? 1 / factor.factor() : 1;
    return submission
        .with(
            submission.rows().stream()
                .map(rows -> isBackward(rows) ? times(rows, ofRows) : rows)
                .toList(),
            submission.totals().stream().map(total -> times(total, ofTotals)).toList())
        .times(ofTotals)
        .remarking(
            factor.sentence(submission.loss().whole().isPresent(), ofRows != 1 || ofTotals != 1));
  }

  private static boolean isBackward(SuppliedRows rows) {
    return rows.quantity().phase() == Phase.BACKWARD;
  }

  /** The last cell is computed first, so it is the one that is most likely right. */
  private boolean rowsAreScaled() {
    int last = submission.length() - 1;
    return submission.rows().stream()
        .filter(Reduction::isBackward)
        .findFirst()
        .map(rows -> isScaled(rows.rows()[last], right.row(rows.quantity(), last)))
        .orElse(false);
  }

  /** Those behind the output are wrong least often, and stand last. */
  private boolean totalsAreScaled() {
    return submission.totals().stream()
        .filter(SuppliedTotal::isOfWeight)
        .reduce((first, second) -> second)
        .map(total -> isScaled(total.entries(), right.total(total.gradient())))
        .orElse(false);
  }

  private boolean isScaled(double[] yours, double[] sum) {
    double[] scaled = times(yours, 1 / factor.factor());
    return error(scaled, sum) < error(yours, sum);
  }

  /** Of either sign: gradients of a mean may point downhill. */
  private double error(double[] yours, double[] sum) {
    return Math.min(
        submission.tolerance().error(yours, sum),
        submission.tolerance().error(times(yours, -1), sum));
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
