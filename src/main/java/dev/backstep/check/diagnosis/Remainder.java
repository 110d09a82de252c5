package dev.backstep.check.diagnosis;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.check.verdict.Reduction;
import dev.backstep.math.Kernels;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What weight gradients hold beyond the right ones: yours − right. */
final class Remainder {
  /** What of a vector is along another, where the two are taken to be parallel. */
  private static final double PARALLEL = 1e-2;

  private final Submission submission;
  private final Computed right;
  private final List<SuppliedTotal> totals;
  private final Map<String, double[]> rest = new TreeMap<>();

  Remainder(Submission submission, Computed right) {
    this.submission = submission;
    this.right = right;
    totals = submission.totals().stream().filter(SuppliedTotal::isOfWeight).toList();
    totals.forEach(
        total -> rest.put(total.weight(), minus(total.entries(), right.total(total.gradient()))));
  }

  /** By the names of the parameters. */
  Map<String, double[]> rest() {
    return rest;
  }

  /** Whether there is some in every total. */
  boolean isInEvery() {
    return !totals.isEmpty() && totals.stream().allMatch(this::isWrong);
  }

  private boolean isWrong(SuppliedTotal total) {
    return !submission.agree(total, right.total(total.gradient()));
  }

  /** Whether it is a multiple of what is right in any total. */
  boolean isMultiple() {
    return totals.stream()
        .anyMatch(total -> isParallel(rest(total), right.total(total.gradient())));
  }

  private double[] rest(SuppliedTotal total) {
    return Objects.requireNonNull(rest.get(total.weight()), total.gradient());
  }

  private static boolean isParallel(double[] rest, double[] other) {
    double factor = factor(rest, other);
    return rest.length > 2
        && norm(minus(rest, Reduction.times(other, factor))) <= PARALLEL * norm(rest);
  }

  /** What times other numbers a total is more than expected; null if it is no multiple. */
  static @Nullable Double multiple(
      Submission submission, SuppliedTotal total, double[] expected, double[] others) {
    double factor = factor(minus(total.entries(), expected), others);
    boolean isMultiple =
        Double.isFinite(factor)
            && factor != 0
            && submission.agree(total, minus(expected, Reduction.times(others, -factor)));
    return isMultiple ? factor : null;
  }

  private static double factor(double[] rest, double[] other) {
    return Kernels.dot(rest, other) / Kernels.dot(other, other);
  }

  /** Whether it is made of what the cells of this sequence add, each so many times. */
  boolean isOfTimesteps() {
    TimestepShares shares = new TimestepShares(right);
    for (boolean isOfOutput : new boolean[] {true, false}) {
      List<SuppliedTotal> group =
          totals.stream()
              .filter(total -> LeftOut.isOfOutput(submission, total) == isOfOutput)
              .toList();
      Optional<double[]> weights = shares.weights(group);
      if (weights.isPresent()
          && group.stream().allMatch(total -> isNear(total, shares.sum(total, weights.get())))) {
        return true;
      }
    }
    return false;
  }

  private boolean isNear(SuppliedTotal total, double[] sum) {
    double size = norm(rest(total));
    return norm(minus(total.entries(), sum)) <= PARALLEL * size;
  }

  /** By how much of the weights it is, the same for all; biases may have none. */
  Optional<GradientChange> decay() {
    double factor =
        rest.entrySet().stream()
            .filter(each -> !isBias(each.getKey()))
            .map(each -> factor(each.getValue(), weights(each.getKey())))
            .findFirst()
            .orElse(0.0);
    boolean fits =
        Double.isFinite(factor)
            && factor != 0
            && totals.stream().anyMatch(this::isWrong)
            && totals.stream().allMatch(total -> decayed(total, factor));
    return fits
        ? Optional.of(new GradientChange(GradientChange.Kind.WEIGHT_DECAY, factor))
        : Optional.empty();
  }

  private boolean decayed(SuppliedTotal total, double factor) {
    String parameter = total.weight();
    double[] expected = right.total(total.gradient());
    double[] decayed = minus(expected, Reduction.times(weights(parameter), -factor));
    return submission.agree(total, decayed)
        || (isBias(parameter) && submission.agree(total, expected));
  }

  private boolean isBias(String parameter) {
    return submission.given().net().weight(parameter).isBias();
  }

  private double[] weights(String parameter) {
    return submission.given().weights().get(parameter).data;
  }

  static double[] minus(double[] left, double[] right) {
    double[] difference = new double[left.length];
    for (int i = 0; i < left.length; i++) {
      difference[i] = left[i] - right[i];
    }
    return difference;
  }

  static double norm(double[] values) {
    return Math.sqrt(Arrays.stream(values).map(value -> value * value).sum());
  }
}
