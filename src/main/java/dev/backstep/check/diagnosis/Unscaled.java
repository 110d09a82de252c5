package dev.backstep.check.diagnosis;

import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SuppliedRows;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.check.verdict.Reduction;
import dev.backstep.net.Phase;
import java.util.Arrays;
import java.util.List;

/** A submission as it was before its gradients were multiplied by a number. */
final class Unscaled {
  private final Submission submission;
  private final double factor;

  Unscaled(Submission submission, double factor) {
    this.submission = submission;
    this.factor = factor;
  }

  /** With the gradients of the weights alone multiplied, as by clipping, or with all of them. */
  List<Submission> all() {
    List<SuppliedTotal> ofWeights =
        submission.totals().stream()
            .map(total -> total.isOfWeight() ? divided(total) : total)
            .toList();
    List<SuppliedTotal> every = submission.totals().stream().map(this::divided).toList();
    List<SuppliedRows> rows = submission.rows().stream().map(this::divided).toList();
    return List.of(submission.with(submission.rows(), ofWeights), submission.with(rows, every));
  }

  private SuppliedTotal divided(SuppliedTotal total) {
    return total.with(Reduction.times(total.entries(), 1 / factor));
  }

  private SuppliedRows divided(SuppliedRows rows) {
    if (rows.quantity().phase() == Phase.FORWARD) {
      return rows;
    }
    double[][] divided =
        Arrays.stream(rows.rows())
            .map(row -> Reduction.times(row, 1 / factor))
            .toArray(double[][]::new);
    return new SuppliedRows(rows.name(), rows.quantity(), divided);
  }
}
