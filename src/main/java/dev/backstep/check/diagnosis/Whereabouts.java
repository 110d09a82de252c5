package dev.backstep.check.diagnosis;

import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.check.verdict.RowJudgement;
import dev.backstep.check.verdict.TotalJudgement;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.math.Numbers;
import dev.backstep.net.Expr;
import dev.backstep.net.Net;
import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where the difference sits of which no cause was found, in sentences that are true in any case.
 */
final class Whereabouts {
  /** So many sentences are read. */
  private static final int MOST = 3;

  /** So many timesteps are told. */
  private static final int PLACES = 8;

  private static final double NEAR = 1e-3;

  private final Verdict verdict;
  private final Submission submission;

  Whereabouts(Verdict verdict) {
    this.verdict = verdict;
    submission = verdict.submission();
  }

  List<String> sentences() {
    Optional<String> forward = forward();
    if (forward.isPresent()) {
      // All that is behind a wrong forward pass differs because of it.
      return List.of(forward.get());
    }
    List<String> sentences = new ArrayList<>();
    rows().ifPresent(sentences::add);
    totals().ifPresent(sentences::add);
    factor().ifPresent(sentences::add);
    shares().ifPresent(sentences::add);
    return sentences.stream().limit(MOST).toList();
  }

  /** Weights that do not give the loss, or the states, that were saved with them. */
  private Optional<String> forward() {
    boolean isLossWrong =
        verdict.loss().differs()
            || verdict.rows().stream()
                .filter(row -> row.quantity() == null)
                .anyMatch(row -> row.wrongTimesteps().length > 0);
    boolean areStatesWrong =
        verdict.rows().stream()
            .filter(row -> isOf(row, Phase.FORWARD))
            .anyMatch(row -> row.wrongTimesteps().length > 0);
    if (!isLossWrong && !areStatesWrong) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "The forward pass already differs: these weights do not give the %s that %s saved. Were"
                + " they, or the state before the sequence, saved after the update, or is it"
                + " another net?",
            areStatesWrong ? "states" : "loss",
            areStatesWrong ? "were" : "was"));
  }

  private static boolean isOf(RowJudgement row, Phase phase) {
    Vector quantity = row.quantity();
    return quantity != null && quantity.phase() == phase;
  }

  private Optional<String> rows() {
    return verdict.rows().stream()
        .filter(row -> isOf(row, Phase.BACKWARD))
        .filter(row -> row.wrongTimesteps().length > 0)
        .findFirst()
        .map(this::row);
  }

  private String row(RowJudgement row) {
    int[] wrong = row.wrongTimesteps();
    int last = wrong[wrong.length - 1];
    return String.format(
        Locale.ROOT,
        "Of the rows of the way back %s is the first, in the order of computation, that differs: at"
            + " %d of %d timesteps, on the way back from %s on.",
        row.name(),
        wrong.length,
        submission.length(),
        submission.place(last));
  }

  /** Which gradients are right, where some are. */
  private Optional<String> totals() {
    List<TotalJudgement> supplied =
        verdict.totals().stream().filter(total -> total.judgement().isSupplied()).toList();
    List<TotalJudgement> wrong =
        supplied.stream().filter(total -> total.judgement().differs()).toList();
    if (wrong.isEmpty() || wrong.size() == supplied.size()) {
      return Optional.empty();
    }
    String sources =
        wrong.stream()
            .flatMap(total -> source(total).stream())
            .distinct()
            .collect(Collectors.joining(", "));
    String names = wrong.stream().map(TotalJudgement::name).collect(Collectors.joining(", "));
    return Optional.of(
        sources.isEmpty()
            ? String.format(Locale.ROOT, "Only %s differs; every other gradient is right.", names)
            : String.format(
                Locale.ROOT,
                "Only %s %s; every other gradient is right. They are sums over what %s at each"
                    + " timestep.",
                names,
                wrong.size() == 1 ? "differs" : "differ",
                sources.contains(",") ? sources + " come to" : sources + " comes to"));
  }

  /** The gradient of which a total is a sum: da_f of dW1_f. */
  private Optional<String> source(TotalJudgement total) {
    Net net = submission.batch().net();
    return net.weights().stream()
        .filter(weight -> SuppliedTotal.ofWeight(weight).equals(total.gradient()))
        .map(net::gradient)
        .map(gradient -> ((Expr.Of) gradient.right()).vector().name())
        .findFirst();
  }

  /** A number by which one gradient, or some, are multiplied, where all entries show it. */
  private Optional<String> factor() {
    String found =
        submission.totals().stream()
            .filter(total -> !submission.agree(total, submission.right().total(total.gradient())))
            .flatMap(total -> multiple(total).stream())
            .collect(Collectors.joining(", "));
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of("A factor is all that is off in " + found + ".");
  }

  private Optional<String> multiple(SuppliedTotal total) {
    double[] right = submission.right().total(total.gradient());
    double product = 0;
    double square = 0;
    for (int i = 0; i < right.length; i++) {
      product += total.entries()[i] * right[i];
      square += right[i] * right[i];
    }
    double factor = product / square;
    double[] scaled = Arrays.stream(right).map(entry -> entry * factor).toArray();
    boolean isFactor =
        right.length > 2
            && Double.isFinite(factor)
            && factor != 0
            && submission.agree(total, scaled);
    return isFactor
        ? Optional.of(total.name() + " (" + Numbers.three(factor) + " times the right one)")
        : Optional.empty();
  }

  /** Timesteps whose shares are not there once, where the totals are made of shares. */
  private Optional<String> shares() {
    TimestepShares shares = new TimestepShares(submission.right());
    return submission.totals().stream()
        .filter(SuppliedTotal::isOfWeight)
        // Of fewer entries nearly every total could be made.
        .filter(total -> total.entries().length >= 2 * submission.length())
        .filter(total -> !submission.agree(total, submission.right().total(total.gradient())))
        .flatMap(total -> shares(shares, total).stream())
        .findFirst();
  }

  private Optional<String> shares(TimestepShares shares, SuppliedTotal total) {
    Optional<double[]> weights = shares.weights(List.of(total));
    if (weights.isEmpty() || !submission.agree(total, shares.sum(total, weights.get()))) {
      return Optional.empty();
    }
    double[] each = weights.get();
    if (Arrays.stream(each).allMatch(weight -> Math.abs(weight - 1) <= NEAR)) {
      return Optional.empty();
    }
    String words =
        IntStream.range(0, each.length)
            .filter(t -> Math.abs(each[t] - 1) > NEAR)
            .mapToObj(t -> Numbers.three(each[t]) + " at " + submission.place(t))
            .limit(PLACES)
            .collect(Collectors.joining(", "));
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%s is made of the right shares of the timesteps, but not each of them once: %s.",
            total.name(),
            words));
  }
}
