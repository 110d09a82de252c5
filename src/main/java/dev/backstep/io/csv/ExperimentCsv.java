package dev.backstep.io.csv;

import dev.backstep.experiment.Estimate;
import dev.backstep.experiment.Measure;
import dev.backstep.experiment.Pair;
import dev.backstep.experiment.Plan;
import dev.backstep.experiment.Result;
import dev.backstep.experiment.RunOutcome;
import dev.backstep.experiment.Summary;
import dev.backstep.io.settings.SettingKey;
import java.util.List;
import java.util.Locale;

/**
 * An experiment as one CSV table, every double with all its digits.
 *
 * <p>The first column says what a line is: a {@code setting} of A and of B; a {@code mean} over the
 * pairs with the 95 % interval of {@code b − a}; the mean of {@code b − a} at a {@code position} of
 * the sequences; a {@code pair} by one measure; or a pair that {@code diverged}, with the number of
 * updates after which it did. What there is not is an empty field.
 */
public final class ExperimentCsv {
  private final Result result;
  private final Csv csv = new Csv();

  private ExperimentCsv(Result result) {
    this.result = result;
  }

  public static String of(Result result) {
    ExperimentCsv table = new ExperimentCsv(result);
    table.write();
    return table.csv.toString();
  }

  private void write() {
    csv.line(
        List.of(
            "line",
            "pair",
            "seed_a",
            "seed_b",
            "measure",
            "a",
            "b",
            "difference",
            "low",
            "high",
            "pairs"));
    settings();
    result.summaries().forEach(this::mean);
    positions();
    result.summaries().forEach(summary -> pairs(summary.measure()));
    result.diverged().forEach(this::diverged);
  }

  private void settings() {
    Plan plan = result.plan();
    setting("data", result.corpusName(), result.corpusName());
    for (SettingKey key : SettingKey.values()) {
      if (key.isSaid(plan.a()) || key.isSaid(plan.b())) {
        setting(key.id(), key.write(plan.a()), key.write(plan.b()));
      }
    }
    String epochs = String.valueOf(plan.epochs());
    setting("epochs", epochs, epochs);
  }

  private void setting(String name, String a, String b) {
    csv.line(List.of("setting", "", "", "", name, a, b, "", "", "", ""));
  }

  private void mean(Summary summary) {
    Estimate difference = summary.difference();
    csv.line(
        List.of(
            "mean",
            "",
            "",
            "",
            name(summary.measure()),
            number(summary.a().mean()),
            number(summary.b().mean()),
            number(difference.mean()),
            number(difference.low()),
            number(difference.high()),
            String.valueOf(difference.n())));
  }

  private String name(Measure measure) {
    String name = measure.name().toLowerCase(Locale.ROOT);
    return measure == Measure.COMMON_ENDING ? name + ":" + result.ending().characters() : name;
  }

  private void positions() {
    List<Estimate> differences = result.positionDifferences();
    for (int t = 0; t < differences.size(); t++) {
      Estimate difference = differences.get(t);
      csv.line(
          List.of(
              "position",
              "",
              "",
              "",
              "running_train_loss[" + t + "]",
              "",
              "",
              number(difference.mean()),
              number(difference.low()),
              number(difference.high()),
              String.valueOf(difference.n())));
    }
  }

  private void pairs(Measure measure) {
    List<Double> a = result.ofA(measure);
    List<Double> b = result.ofB(measure);
    List<Pair> pairs = result.compared();
    for (int i = 0; i < pairs.size(); i++) {
      // Two pairs make only one that says how many samples are equal anyway.
      double ofA = i < a.size() ? a.get(i) : Double.NaN;
      double ofB = b.get(i);
      pair("pair", pairs.get(i), name(measure), number(ofA), number(ofB), number(ofB - ofA));
    }
  }

  private void diverged(Pair pair) {
    pair("diverged", pair, "updates", updates(pair.a()), updates(pair.b()), "");
  }

  private static String updates(RunOutcome outcome) {
    return outcome.divergence() == null ? "" : String.valueOf(outcome.divergence().update());
  }

  private void pair(String line, Pair pair, String measure, String a, String b, String difference) {
    csv.line(
        List.of(
            line,
            String.valueOf(pair.number() + 1),
            String.valueOf(pair.a().settings().seed()),
            String.valueOf(pair.b().settings().seed()),
            measure,
            a,
            b,
            difference,
            "",
            "",
            ""));
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : Csv.number(value);
  }
}
