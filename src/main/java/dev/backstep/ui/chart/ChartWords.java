package dev.backstep.ui.chart;

import dev.backstep.ui.chart.ChartMark.Kind;
import dev.backstep.words.Texts;
import java.util.Map;

/** The words on every loss chart, from the resource bundle. */
public final class ChartWords {
  private ChartWords() {}

  public static ChartTexts from(Texts texts) {
    return about("chart.loss", texts);
  }

  /** Of a chart that shows by how much two runs differ. */
  public static ChartTexts ofDifference(Texts texts) {
    return about("chart.difference", texts);
  }

  private static ChartTexts about(String what, Texts texts) {
    return new ChartTexts(
        texts.of("chart.updates"),
        texts.of(what),
        texts.of("chart.update"),
        texts.of("chart.smoothed"),
        texts.of("chart.held-out"),
        texts.of("chart.at"),
        texts.of("chart.here"),
        texts.of("chart.epoch"),
        texts.of("chart.past"),
        texts.of("chart.band"),
        Map.of(
            Kind.CHANGE, texts.of("chart.mark.change"),
            Kind.STEEPEST, texts.of("chart.mark.steepest"),
            Kind.DIVERGED, texts.of("chart.mark.diverged"),
            Kind.LOWEST, texts.of("chart.mark.lowest")));
  }
}
