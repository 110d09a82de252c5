package dev.backstep.check.diagnosis;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.fault.Fault;
import dev.backstep.net.Net;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Recognises totals in which timesteps of this sequence are missing, or count twice: what their
 * cells add, or their losses, which then do not flow back either.
 */
final class LeftOut {
  /** A weight that is no nearer than this to 0, 1 or 2 is none of them. */
  private static final double NEAR = 0.05;

  private static final double MOST = 2;

  /** So many timesteps of a batch are told. */
  private static final int PLACES = 8;

  /** So many ends of a sequence are tried one after the other. */
  private static final int ENDS = 64;

  private final Submission submission;
  private final Fit fit;
  private final OneTimestepOfTotals places;

  LeftOut(Submission submission, Fit fit) {
    this.submission = submission;
    places = new OneTimestepOfTotals(submission);
    this.fit = fit;
  }

  /** Empty if the totals are something else, or have every timestep once. */
  Optional<GradientChange> by(Fault fault, Computed candidate) {
    return ofOneTimestep(candidate).or(() -> shares(candidate)).or(() -> losses(fault, candidate));
  }

  /** dW3 and dbo are sums over the outputs, the others over what flows through the cells. */
  private List<SuppliedTotal> group(boolean isOfOutput) {
    return submission.totals().stream()
        .filter(SuppliedTotal::isOfWeight)
        .filter(total -> isOfOutput == isOfOutput(total))
        .toList();
  }

  private boolean isOfOutput(SuppliedTotal total) {
    return isOfOutput(submission, total);
  }

  /** Whether a total is a sum over the errors of the output. */
  static boolean isOfOutput(Submission submission, SuppliedTotal total) {
    Net net = submission.given().net();
    return total.isOfWeight() && net.isOfOutput(net.weight(total.weight()));
  }

  private Optional<GradientChange> ofOneTimestep(Computed candidate) {
    return fit.rowsFit(candidate, 1)
        ? places
            .of(candidate)
            .map(words -> new GradientChange(GradientChange.Kind.SHARES_LEFT_OUT, 1, words))
        : Optional.empty();
  }

  private Optional<GradientChange> shares(Computed candidate) {
    TimestepShares shares = new TimestepShares(candidate);
    List<double[]> changed = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (List<SuppliedTotal> group : List.of(group(true), group(false))) {
      double[] weights = whole(shares.weights(group));
      if (!fit(shares, group, weights)) {
        return Optional.empty();
      }
      if (isChanged(weights)) {
        changed.add(weights);
        group.forEach(total -> names.add(total.name()));
      }
    }
    boolean isOne = changed.stream().map(Arrays::toString).distinct().count() == 1;
    return isOne && fit.rowsFit(candidate, 1) && statesFit(candidate)
        ? Optional.of(
            new GradientChange(
                GradientChange.Kind.SHARES_LEFT_OUT,
                1,
                String.format(
                    Locale.ROOT, "%s: %s", String.join(", ", names), words(changed.get(0)))))
        : Optional.empty();
  }

  private boolean fit(TimestepShares shares, List<SuppliedTotal> group, double[] weights) {
    return group.stream()
        .allMatch(
            total -> weights.length > 0 && submission.agree(total, shares.sum(total, weights)));
  }

  private boolean statesFit(Computed candidate) {
    return submission.totals().stream()
        .filter(total -> !total.isOfWeight())
        .allMatch(total -> submission.agree(total, candidate.total(total.gradient())));
  }

  /** Each weight as the whole number that it is; none if one is no 0, 1 or 2. */
  private static double[] whole(Optional<double[]> weights) {
    return weights
        .filter(
            each ->
                DoubleStream.of(each)
                    .allMatch(
                        weight ->
                            Math.abs(weight - Math.rint(weight)) <= NEAR
                                && Math.rint(weight) >= 0
                                && Math.rint(weight) <= MOST))
        .map(each -> DoubleStream.of(each).map(Math::round).toArray())
        .orElse(new double[0]);
  }

  private static boolean isChanged(double[] weights) {
    return DoubleStream.of(weights).anyMatch(weight -> weight != 1);
  }

  /** Errors that are 0, from which nothing flows back; without dW3 and dbo only at the end. */
  private Optional<GradientChange> losses(Fault fault, Computed candidate) {
    if (group(true).isEmpty()) {
      return IntStream.range(1, Math.min(submission.length(), ENDS))
          .mapToObj(this::withoutEnd)
          .filter(weights -> fits(fault, weights))
          .findFirst()
          .map(this::losses);
    }
    double[] weights = whole(new TimestepShares(candidate).weights(group(true)));
    return isChanged(weights) && fits(fault, weights)
        ? Optional.of(losses(weights))
        : Optional.empty();
  }

  private double[] withoutEnd(int left) {
    int length = submission.length();
    return IntStream.range(0, length).mapToDouble(t -> t < length - left ? 1 : 0).toArray();
  }

  private boolean fits(Fault fault, double[] weights) {
    WeightedLosses rules = new WeightedLosses(fault.rules(), weights);
    return fit.fits(rules);
  }

  private GradientChange losses(double[] weights) {
    return new GradientChange(GradientChange.Kind.LOSSES_LEFT_OUT, 1, words(weights));
  }

  private String words(double[] weights) {
    List<String> words = new ArrayList<>();
    String[] said = {"left out", "", "counted twice"};
    for (int weight = 0; weight <= MOST; weight += 2) {
      int[] timesteps = timesteps(weights, weight);
      if (timesteps.length > 0) {
        words.add(
            String.format(
                Locale.ROOT,
                "%s %s %s",
                submission.hasMany()
                    ? places.words(timesteps).orElseGet(() -> ofMany(timesteps))
                    : place(timesteps, weights.length),
                submission.hasMany() || timesteps.length == 1 ? "is" : "are",
                said[weight]));
      }
    }
    return String.join(", and ", words);
  }

  private static int[] timesteps(double[] weights, int weight) {
    return IntStream.range(0, weights.length).filter(t -> weights[t] == weight).toArray();
  }

  private String ofMany(int[] timesteps) {
    return "the sum of "
        + Arrays.stream(timesteps)
            .mapToObj(submission::place)
            .limit(PLACES)
            .collect(Collectors.joining(", "))
        + (timesteps.length > PLACES ? " and more" : "");
  }

  private static String place(int[] timesteps, int length) {
    int first = timesteps[0];
    int last = timesteps[timesteps.length - 1];
    if (timesteps.length == 1) {
      String which =
          first == length - 1 ? "the last timestep, " : first == 0 ? "the first timestep, " : "";
      return String.format(Locale.ROOT, "%st = %d%s", which, first, which.isEmpty() ? "" : ",");
    }
    boolean isRange = last - first == timesteps.length - 1;
    return isRange
        ? String.format(Locale.ROOT, "t = %d to %d", first, last)
        : "t = "
            + Arrays.stream(timesteps).mapToObj(String::valueOf).collect(Collectors.joining(", "));
  }
}
