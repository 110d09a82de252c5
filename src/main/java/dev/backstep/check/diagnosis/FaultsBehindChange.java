package dev.backstep.check.diagnosis;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SuppliedRows;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.check.verdict.Reduction;
import dev.backstep.fault.Fault;
import dev.backstep.net.Phase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Tries faults, alone and in pairs, on gradients with which something was done afterwards: all of
 * them multiplied by a number, each entry cut off, or the weights added. What it was shows behind
 * the output, where most faults leave everything as it is; it is undone first.
 */
final class FaultsBehindChange {
  /** So many ways in which it may have been undone are tried. */
  private static final int MOST = 6;

  private final Submission submission;
  private final Computed right;
  private final List<Trial> trials;
  private final BooleanSupplier cancelled;
  private final Factors factors;
  private int tried;

  /**
   * @param trials the faults, each alone on what was supplied
   */
  FaultsBehindChange(
      Submission submission, Fit fit, List<Trial> trials, BooleanSupplier cancelled) {
    this.submission = submission;
    this.trials = trials;
    this.cancelled = cancelled;
    right = submission.right();
    factors = new Factors(submission, fit);
  }

  /**
   * What was supplied as it was before something was done with it.
   *
   * @param change what that is
   */
  private record Undone(Fit fit, GradientChange change) {}

  /** The faults of the first way in which there are any. */
  Optional<List<Explanation>> found() {
    return Stream.of(clipped(), multiplied(), decayed())
        .flatMap(List::stream)
        .limit(MOST)
        .filter(each -> !cancelled.getAsBoolean())
        .map(this::faults)
        .filter(found -> !found.isEmpty())
        .findFirst();
  }

  /** How many pairs of faults were. */
  int tried() {
    return tried;
  }

  private List<Explanation> faults(Undone undone) {
    Fit fit = undone.fit();
    Fit toRight = fit.toRight();
    List<Trial> again = new ArrayList<>();
    for (Trial trial : trials) {
      if (!cancelled.getAsBoolean()) {
        again.add(Trial.of(trial.fault(), fit, toRight));
      }
    }
    List<Explanation> alone =
        again.stream()
            .filter(Trial::fits)
            .map(trial -> new Explanation(undone.change(), trial.fault()))
            .toList();
    if (!alone.isEmpty()) {
      return alone;
    }
    PairSearch search = new PairSearch(submission.batch().net(), fit, cancelled);
    List<Explanation> pairs = search.among(again, fit.misses(right));
    tried += search.tried();
    return pairs.stream()
        .map(pair -> new Explanation(pair.faults(), undone.change(), pair.unexplained()))
        .toList();
  }

  private Computed computed(Fault fault) {
    return right.by(fault.rules());
  }

  /** More than one entry that is exactly the largest is a limit, and no chance. */
  private List<Undone> clipped() {
    double limit = Clipped.limit(submission);
    return limit > 0
        ? List.of(
            new Undone(
                new Fit(submission, right, limit),
                new GradientChange(
                    GradientChange.Kind.ENTRIES_CLIPPED, limit / submission.totalsTimes())))
        : List.of();
  }

  /** By a number that shows behind the output, whether that is right or a fault is there too. */
  private List<Undone> multiplied() {
    Map<Double, GradientChange> found = new LinkedHashMap<>();
    candidates()
        .flatMap(candidate -> factors.ofOutput(candidate).stream().boxed())
        .forEach(factor -> found.putIfAbsent(factor, factors.named(factor)));
    List<Undone> all = new ArrayList<>();
    found.forEach(
        (factor, change) ->
            undivided(factor).forEach(each -> all.add(new Undone(new Fit(each, right), change))));
    return all;
  }

  private List<Undone> decayed() {
    return candidates()
        .flatMap(candidate -> decay(candidate).stream().boxed())
        .distinct()
        .flatMap(
            factor ->
                Stream.of(without(factor, true), without(factor, false))
                    .map(
                        undecayed ->
                            new Undone(
                                new Fit(undecayed, right),
                                new GradientChange(GradientChange.Kind.WEIGHT_DECAY, factor))))
        .toList();
  }

  /** The right numbers, and those with a fault that changes what is behind the output. */
  private Stream<Computed> candidates() {
    return Stream.concat(
        Stream.of(right),
        trials.stream()
            .filter(trial -> !cancelled.getAsBoolean())
            .filter(trial -> ofOutput().anyMatch(each -> trial.spoilt().contains(each.gradient())))
            .map(trial -> computed(trial.fault())));
  }

  private Stream<SuppliedTotal> ofOutput() {
    return submission.totals().stream().filter(total -> LeftOut.isOfOutput(submission, total));
  }

  /** By how much of the weights those of the output matrix are more than a candidate. */
  private OptionalDouble decay(Computed candidate) {
    return ofOutput()
        .filter(total -> !submission.given().net().weight(total.weight()).isBias())
        .filter(total -> !submission.agree(total, candidate.total(total.gradient())))
        .flatMap(
            total ->
                Stream.ofNullable(
                    Remainder.multiple(
                        submission,
                        total,
                        candidate.total(total.gradient()),
                        submission.given().weights().get(total.weight()).data)))
        .mapToDouble(Double::doubleValue)
        .findFirst();
  }

  /** With weight decay taken away, of biases as well or not. */
  private Submission without(double factor, boolean ofBiases) {
    List<SuppliedTotal> totals =
        submission.totals().stream()
            .map(total -> total.isOfWeight() ? without(total, factor, ofBiases) : total)
            .toList();
    return submission.with(submission.rows(), totals);
  }

  private SuppliedTotal without(SuppliedTotal total, double factor, boolean ofBiases) {
    boolean isBias = submission.given().net().weight(total.weight()).isBias();
    if (isBias && !ofBiases) {
      return total;
    }
    double[] weights = submission.given().weights().get(total.weight()).data;
    return total.with(Remainder.minus(total.entries(), Reduction.times(weights, factor)));
  }

  /** With the gradients of the weights alone divided, as after clipping, or all of them. */
  private List<Submission> undivided(double factor) {
    List<SuppliedTotal> ofWeights =
        submission.totals().stream()
            .map(total -> total.isOfWeight() ? divided(total, factor) : total)
            .toList();
    boolean isOfWeights =
        submission.rows().stream().allMatch(rows -> rows.quantity().phase() == Phase.FORWARD)
            && submission.totals().stream().allMatch(SuppliedTotal::isOfWeight);
    if (isOfWeights) {
      return List.of(submission.with(submission.rows(), ofWeights));
    }
    List<SuppliedTotal> every =
        submission.totals().stream().map(total -> divided(total, factor)).toList();
    List<SuppliedRows> rows =
        submission.rows().stream().map(each -> divided(each, factor)).toList();
    return List.of(submission.with(submission.rows(), ofWeights), submission.with(rows, every));
  }

  private static SuppliedTotal divided(SuppliedTotal total, double factor) {
    return total.with(Reduction.times(total.entries(), 1 / factor));
  }

  private static SuppliedRows divided(SuppliedRows rows, double factor) {
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
