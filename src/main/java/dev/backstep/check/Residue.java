package dev.backstep.check;

import dev.backstep.model.Parameters;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Recognises totals that are right for this sequence and hold something more, which could be the
 * gradients of other sequences that were not cleared. Whatever the sequences were, their gradients
 * share three sums, because softmax sums to 1 and x is one-hot:
 *
 * <pre>
 *   Σᵥ dbo[v] = 0      Σᵥ dW3[v,j] = 0      Σᵥ dW1[v,j] = dbh[j]
 * </pre>
 */
final class Residue {
  /** Sums of anything at all are about as large as what is summed. */
  private static final double LOOSEST = 0.1;

  private final Submission submission;
  private final Fit fit;

  Residue(Submission submission, Fit fit) {
    this.submission = submission;
    this.fit = fit;
  }

  /** At least one of the three must have been supplied, and rows must be right. */
  Optional<Twist> over(Computed right) {
    Map<String, double[]> rest = new HashMap<>();
    double scale = 0;
    for (SuppliedTotal total : submission.totals()) {
      double[] expected = right.total(total.gradient());
      if (total.isOfWeight()) {
        double[] more = minus(total.entries(), expected);
        rest.put(total.gradient().substring(1), more);
        scale = Math.max(scale, norm(more));
        if (submission.tolerance().agree(total.entries(), expected)) {
          return Optional.empty();
        }
      }
    }
    return !submission.rows().isEmpty()
            && fit.rowsFit(right, 1)
            && sumsFit(rest, Math.min(1e3 * submission.tolerance().relative(), LOOSEST) * scale)
        ? Optional.of(new Twist(Twist.Kind.NOT_CLEARED, 1))
        : Optional.empty();
  }

  private boolean sumsFit(Map<String, double[]> rest, double tolerance) {
    int hidden = submission.shape().hidden();
    boolean hasOutput = rest.containsKey(Parameters.BO) || rest.containsKey(Parameters.W3);
    boolean hasInput = rest.containsKey(Parameters.W1) && rest.containsKey(Parameters.BH);
    double worst = 0;
    if (rest.containsKey(Parameters.BO)) {
      worst = Math.max(worst, Math.abs(Arrays.stream(rest.get(Parameters.BO)).sum()));
    }
    if (rest.containsKey(Parameters.W3)) {
      worst = Math.max(worst, norm(columnSums(rest.get(Parameters.W3), hidden)));
    }
    if (hasInput) {
      double[] sums = columnSums(rest.get(Parameters.W1), hidden);
      worst = Math.max(worst, norm(minus(sums, rest.get(Parameters.BH))));
    }
    return (hasOutput || hasInput) && worst <= tolerance;
  }

  private static double[] columnSums(double[] matrix, int cols) {
    double[] sums = new double[cols];
    for (int i = 0; i < matrix.length; i++) {
      sums[i % cols] += matrix[i];
    }
    return sums;
  }

  private static double[] minus(double[] left, double[] right) {
    double[] difference = new double[left.length];
    for (int i = 0; i < left.length; i++) {
      difference[i] = left[i] - right[i];
    }
    return difference;
  }

  private static double norm(double[] values) {
    return Math.sqrt(Arrays.stream(values).map(value -> value * value).sum());
  }
}
