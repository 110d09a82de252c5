package dev.backstep.check.verdict;

import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.math.Kernels;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Totals that are called updates, and are added to the weights: they have the sign of descent. */
final class Downhill {
  private static final String UPDATES = ".*(update|upd|change|step).*";

  /** The cosine below which a gradient points the other way, a wrong one as well. */
  private static final double OPPOSITE = -0.3;

  private final Submission submission;

  Downhill(Submission submission) {
    this.submission = submission;
  }

  /** The submission with the gradients that such updates are made of. */
  Submission turned() {
    List<SuppliedTotal> totals = submission.totals();
    boolean areUpdates =
        !totals.isEmpty()
            && totals.stream()
                .allMatch(each -> each.name().toLowerCase(Locale.ROOT).matches(UPDATES));
    if (!areUpdates || totals.stream().mapToDouble(this::cosine).average().orElse(1) > OPPOSITE) {
      return submission;
    }
    String names = totals.stream().map(SuppliedTotal::name).collect(Collectors.joining(", "));
    return submission
        .with(submission.rows(), totals.stream().map(Downhill::negative).toList())
        .remarking(
            names
                + " point downhill, as what is added to weights does: −1 times them is compared.");
  }

  private static SuppliedTotal negative(SuppliedTotal total) {
    double[] entries = Reduction.times(total.entries(), -1);
    return new SuppliedTotal("-" + total.name(), total.gradient(), total.isOfWeight(), entries);
  }

  private double cosine(SuppliedTotal total) {
    double[] right = submission.right().total(total.gradient());
    double norms = norm(total.entries()) * norm(right);
    return norms == 0 ? 0 : Kernels.dot(total.entries(), right) / norms;
  }

  private static double norm(double[] values) {
    return Math.sqrt(Kernels.dot(values, values));
  }
}
