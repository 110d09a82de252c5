package dev.backstep.ui.compare;

import dev.backstep.ui.chart.ChartLine;
import dev.backstep.ui.chart.ChartWords;
import dev.backstep.ui.chart.LossChart;
import dev.backstep.ui.run.Comparison;
import dev.backstep.ui.run.RunViewModel;
import dev.backstep.words.Texts;
import org.jspecify.annotations.Nullable;

/** The losses of two runs, and below them the difference B − A, about a zero line. */
final class CompareCurves {
  private final CompareViewModel compare;
  private final ComparisonWords words;
  private final LossChart chart;
  private final LossChart differences;
  private @Nullable Comparison named;

  CompareCurves(CompareViewModel compare, Texts texts, LossChart chart, LossChart differences) {
    this.compare = compare;
    this.chart = chart;
    this.differences = differences;
    words = new ComparisonWords(texts);
    chart.textsProperty().set(ChartWords.from(texts));
    chart.placeholderProperty().set(texts.of("compare.no-loss"));
    chart.compactProperty().set(true);
    differences.compactProperty().set(true);
    differences.textsProperty().set(ChartWords.ofDifference(texts));
    differences
        .getLines()
        .setAll(
            ChartLine.of(
                texts.of("compare.difference"),
                ChartLine.Role.DIFFERENCE,
                compare.differenceCurve().raw(),
                compare.differenceCurve().smoothed()));
  }

  void show() {
    Comparison pair = compare.comparisonProperty().get();
    if (pair != null && !pair.equals(named)) {
      named = pair;
      chart
          .getLines()
          .setAll(
              line(words.nameOfA(pair), ChartLine.Role.RUN_A, compare.a()),
              line(words.nameOfB(pair), ChartLine.Role.RUN_B, compare.b()));
    }
    chart.refresh();
    differences.refresh();
  }

  private static ChartLine line(String name, ChartLine.Role role, RunViewModel run) {
    return new ChartLine(
        name, role, run.losses(), run.smoothedLosses(), run.heldOutUpdates(), run.heldOutLosses());
  }
}
