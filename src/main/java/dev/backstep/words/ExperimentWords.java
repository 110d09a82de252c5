package dev.backstep.words;

import dev.backstep.experiment.Estimate;
import dev.backstep.experiment.Measure;
import dev.backstep.experiment.Pair;
import dev.backstep.experiment.Result;
import dev.backstep.experiment.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The outcome of an experiment, in words that say no more than it shows: where the interval
 * contains zero, that no difference was found, and not that there is none.
 */
public record ExperimentWords(Texts texts) {
  /**
   * The outcome in one sentence: "B’s training loss is higher by 0.100 ± 0.003; its held-out loss
   * does not differ measurably: +0.012 ± 0.030".
   */
  public String sentence(Result result) {
    if (result.compared().isEmpty()) {
      return texts.of(
          result.pairs().isEmpty() ? "words.experiment.nothing" : "words.experiment.all-diverged");
    }
    if (losses(result).allMatch(loss -> loss.difference().isExactlyZero())) {
      return texts.of("words.experiment.all-same");
    }
    List<String> clauses = new ArrayList<>();
    clauses.add(clause("training", result.summary(Measure.RUNNING_TRAIN_LOSS)));
    clauses.addAll(heldOut(result));
    return String.join("; ", clauses);
  }

  private static Stream<Summary> losses(Result result) {
    return result.summaries().stream().filter(summary -> summary.measure().isLoss());
  }

  /** Both ways, or one where they come to the same. */
  private List<String> heldOut(Result result) {
    Summary fromZero = result.summary(Measure.HELD_OUT_LOSS);
    Summary own = result.summary(Measure.HELD_OUT_OWN_STATE);
    if (Double.isNaN(fromZero.a().mean())) {
      return List.of();
    }
    return fromZero.a().equals(own.a()) && fromZero.b().equals(own.b())
        ? List.of(clause("held-out", fromZero))
        : List.of(clause("from-zero", fromZero), clause("own-state", own));
  }

  private String clause(String subject, Summary summary) {
    return texts.of("words.experiment.clause." + subject, verdict(summary.difference()));
  }

  private String verdict(Estimate difference) {
    SignedNumbers numbers = SignedNumbers.of(difference, 0);
    if (difference.isExactlyZero()) {
      return texts.of("words.experiment.same");
    }
    if (!difference.hasInterval()) {
      return texts.of("words.experiment.one-pair", numbers.signed(difference.mean()));
    }
    String halfWidth = numbers.plain(difference.halfWidth());
    if (difference.containsZero()) {
      return texts.of(
          "words.experiment.no-difference", numbers.signed(difference.mean()), halfWidth);
    }
    String key = difference.mean() > 0 ? "words.experiment.higher" : "words.experiment.lower";
    return texts.of(key, numbers.plain(Math.abs(difference.mean())), halfWidth);
  }

  /** The basis of the outcome: pairs, epochs, and which pairs diverged. */
  public String basis(Result result) {
    List<String> sentences = new ArrayList<>();
    int pairs = result.compared().size();
    if (pairs > 0) {
      int epochs = result.plan().epochs();
      String length =
          texts.of(epochs == 1 ? "words.experiment.epoch" : "words.experiment.epochs", epochs);
      String key = pairs == 1 ? "words.experiment.basis.one" : "words.experiment.basis";
      sentences.add(texts.of(key, pairs, length, result.corpusName()));
    }
    if (!result.diverged().isEmpty()) {
      sentences.add(diverged(result));
    }
    return String.join(" ", sentences);
  }

  private String diverged(Result result) {
    return texts.of(
        "words.experiment.diverged",
        result.diverged().size(),
        result.pairs().size(),
        result.diverged().stream().map(this::diverged).collect(Collectors.joining(", ")));
  }

  private String diverged(Pair pair) {
    String who = pair.a().hasDiverged() ? pair.b().hasDiverged() ? "both" : "a" : "b";
    return texts.of("words.experiment.diverged." + who, String.valueOf(pair.a().settings().seed()));
  }

  /**
   * One line of the table as it is written.
   *
   * @param interval of the difference; a dash where there is none
   */
  public record Row(String measure, String a, String b, String difference, String interval) {
    /** All of it, from left to right. */
    public List<String> cells() {
      return List.of(measure, a, b, difference, interval);
    }
  }

  /** The heads of the columns. */
  public Row head() {
    return new Row(
        texts.of("words.experiment.head.measure"),
        texts.of("words.experiment.head.a"),
        texts.of("words.experiment.head.b"),
        texts.of("words.experiment.head.difference"),
        texts.of("words.experiment.head.interval"));
  }

  /** The table, one line for each measure. */
  public List<Row> rows(Result result) {
    return result.summaries().stream().map(summary -> row(summary, result)).toList();
  }

  private Row row(Summary summary, Result result) {
    boolean isShare = summary.measure().isShare();
    Estimate difference = summary.difference();
    SignedNumbers numbers = SignedNumbers.of(difference, isShare ? 2 : 0);
    return new Row(
        measure(summary.measure(), result),
        unit(isShare, optional(summary.a()).map(numbers::plain)),
        unit(isShare, optional(summary.b()).map(numbers::plain)),
        unit(isShare, optional(difference).map(numbers::signed)),
        difference.hasInterval()
            ? texts.of(
                isShare ? "words.experiment.interval.percent" : "words.experiment.interval",
                numbers.signed(difference.low()),
                numbers.signed(difference.high()))
            : texts.of("words.experiment.none"));
  }

  private static Optional<Double> optional(Estimate estimate) {
    return Optional.of(estimate.mean()).filter(mean -> !mean.isNaN());
  }

  private String unit(boolean isShare, Optional<String> number) {
    return number
        .map(written -> isShare ? texts.of("words.experiment.percent", written) : written)
        .orElse(texts.of("words.experiment.none"));
  }

  /** The name of a measure. */
  public String measure(Measure measure, Result result) {
    return texts.of(
        "words.experiment.measure." + measure.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        result.ending().characters());
  }
}
