package dev.backstep.ui.chart;

import dev.backstep.ui.chart.ChartMark.Kind;
import java.util.Map;

/**
 * The words on a {@link LossChart}.
 *
 * @param updateAxis what runs along the bottom
 * @param lossAxis what runs upwards, with its unit
 * @param update "update %s": a number of an update, or a stretch of them
 * @param smoothed before the smoothed loss of the read-out
 * @param heldOut in the legend and before the held-out loss of the read-out
 * @param at "%s at update %s": a loss and where it was measured
 * @param here "you are here: update %s": beside the marker
 * @param epoch "epoch %s": the number of an epoch, counted from 1
 * @param past in the legend for how a run was before
 * @param band in the legend for where most losses are
 * @param marks in the legend for what is marked
 */
public record ChartTexts(
    String updateAxis,
    String lossAxis,
    String update,
    String smoothed,
    String heldOut,
    String at,
    String here,
    String epoch,
    String past,
    String band,
    Map<Kind, String> marks) {
  /** The texts of a chart until it is told otherwise. */
  public static final ChartTexts ENGLISH =
      new ChartTexts(
          "update",
          "loss, nats per character",
          "update %s",
          "smoothed",
          "held-out",
          "%s at update %s",
          "you are here: update %s",
          "epoch %s",
          "as it was before",
          "90 % of the last 128 losses",
          Map.of(
              Kind.CHANGE, "changed settings",
              Kind.STEEPEST, "largest gradient norm",
              Kind.DIVERGED, "diverged",
              Kind.LOWEST, "lowest held-out loss"));
}
