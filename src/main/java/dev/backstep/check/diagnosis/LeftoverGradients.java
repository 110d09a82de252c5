package dev.backstep.check.diagnosis;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SuppliedRows;
import dev.backstep.net.Net;
import dev.backstep.net.Phase;
import dev.backstep.net.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Recognises totals that are right for this sequence and hold something more, which could be the
 * gradients of other sequences that were not cleared. Whatever the sequences were, their gradients
 * share three sums, because softmax sums to 1 and x is one-hot:
 *
 * <pre>
 *   Σᵥ dbo[v] = 0      Σᵥ dW3[v,j] = 0      Σᵥ dW1[v,j] = dbh[j]
 * </pre>
 */
final class LeftoverGradients {
  /** Sums of anything at all are about as large as what is summed. */
  private static final double LOOSEST = 0.1;

  private final Submission submission;
  private final Fit fit;
  private final Net net;

  LeftoverGradients(Submission submission, Fit fit) {
    net = submission.given().net();
    this.submission = submission;
    this.fit = fit;
  }

  /** At least one of the three must have been supplied, and every row must be right. */
  Optional<GradientChange> over(Computed right) {
    Remainder remainder = new Remainder(submission, right);
    Map<String, double[]> rest = remainder.rest();
    double scale = rest.values().stream().mapToDouble(Remainder::norm).max().orElse(0);
    boolean isOfOthers =
        remainder.isInEvery()
            && fit.rowsFit(right, 1)
            && isLossRight(right)
            && sumsFit(rest, Math.min(1e3 * submission.tolerance().relative(), LOOSEST) * scale)
            && !remainder.isMultiple()
            && !remainder.isOfTimesteps()
            && new OwnTimesteps(submission, right).holdMore();
    return isOfOthers ? Optional.of(new GradientChange(kind(), 1, names())) : Optional.empty();
  }

  /** A wrong loss is that of another forward pass, whose gradients are others too. */
  private boolean isLossRight(Computed right) {
    OptionalDouble whole = submission.loss().whole();
    double[] losses = submission.loss().perTimestep();
    boolean areRight =
        IntStream.range(0, losses.length)
            .allMatch(t -> submission.isLoss(losses[t], right.loss(t)));
    double sum = right.totalLoss();
    return areRight
        && (whole.isEmpty()
            || submission.isLoss(whole.getAsDouble(), sum)
            || submission.isLoss(whole.getAsDouble(), sum / submission.length()));
  }

  /** Only rows of the backward pass show that nothing else is wrong in it. */
  private GradientChange.Kind kind() {
    if (rows().anyMatch(rows -> net.flow().contains(rows.quantity()))) {
      return GradientChange.Kind.NOT_CLEARED;
    }
    boolean isForwardShown =
        !submission.rows().isEmpty()
            || submission.loss().whole().isPresent()
            || submission.loss().perTimestep().length > 0;
    return isForwardShown
        ? GradientChange.Kind.LIKELY_NOT_CLEARED
        : GradientChange.Kind.PERHAPS_NOT_CLEARED;
  }

  private Stream<SuppliedRows> rows() {
    return submission.rows().stream().filter(rows -> rows.quantity().phase() == Phase.BACKWARD);
  }

  private String names() {
    return rows().map(SuppliedRows::name).collect(Collectors.joining(", "));
  }

  /** Whether the sums that gradients of any sequence share come to no more than a tolerance. */
  boolean sumsFit(Map<String, double[]> rest, double tolerance) {
    List<double[]> sums = new ArrayList<>();
    net.weights().forEach(weight -> sums.addAll(sums(weight, rest)));
    return !sums.isEmpty()
        && sums.stream().mapToDouble(Remainder::norm).allMatch(norm -> norm <= tolerance);
  }

  /** What should be 0 of the gradient of a weight. */
  private List<double[]> sums(Weight weight, Map<String, double[]> rest) {
    double[] entries = rest.get(weight.name());
    if (entries == null) {
      return List.of();
    }
    if (net.isOfOutput(weight)) {
      int cols = weight.isBias() ? 1 : submission.shape().size(weight.cols());
      return List.of(columnSums(entries, cols));
    }
    return net.gradient(weight).isAtInput()
        ? bias(weight)
            .map(bias -> rest.get(bias.name()))
            .map(bias -> Remainder.minus(columnSums(entries, bias.length), bias))
            .stream()
            .toList()
        : List.of();
  }

  /** The bias that has the gradient of a gate. */
  private Optional<Weight> bias(Weight ofInput) {
    return net.weights().stream()
        .filter(Weight::isBias)
        .filter(bias -> net.gradient(bias).right().equals(net.gradient(ofInput).right()))
        .findFirst();
  }

  private static double[] columnSums(double[] matrix, int cols) {
    double[] sums = new double[cols];
    for (int i = 0; i < matrix.length; i++) {
      sums[i % cols] += matrix[i];
    }
    return sums;
  }
}
