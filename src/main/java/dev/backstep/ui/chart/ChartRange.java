package dev.backstep.ui.chart;

import dev.backstep.math.Extent;
import dev.backstep.math.Series;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The range of losses that a chart shows.
 *
 * @param spike a loss above it stands out of all others so far that it is marked at the top edge
 */
record ChartRange(double low, double high, double spike) {
  private static final Extent ZERO = new Extent(0, 0, true);
  private static final double TYPICAL = 0.98;
  private static final double REACH = 0.5;
  private static final double MARGIN = 0.05;

  /** So many smoothed losses say where the curves are; of fewer the raw ones are shown too. */
  private static final int ENOUGH = 300;

  private static final double LOG_MARGIN = 1.1;
  private static final double LOG_DEPTH = 1e-6;

  /**
   * Everything smoothed and held-out, and the band that most raw losses are in, but for the few
   * columns where it stands out: beyond half a spread above the 98th percentile of the columns. As
   * long as there are few losses there is no band, and the raw columns count as it does. Of runs
   * that are compared, with {@link #leavesRawOut}, neither does.
   */
  static ChartRange of(List<ChartLine> lines, List<ChartColumns> columns, boolean logarithmic) {
    boolean isFitted = leavesRawOut(lines);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double spike = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < lines.size(); i++) {
      ChartLine line = lines.get(i);
      Extent raw = isFitted || line.isDifference() ? Extent.NOTHING : raw(columns.get(i));
      spike = Math.max(spike, raw.max());
      for (Extent extent :
          new Extent[] {
            line.isDifference()
                ? ZERO
                : isFitted ? Extent.NOTHING : band(line, columns.get(i), raw),
            // How a branch that is not on any more blew up must not flatten the run that is.
            line.isPast() ? Extent.NOTHING : whole(line.smoothed()),
            whole(line.heldOut()),
          }) {
        low = Math.min(low, extent.min());
        high = Math.max(high, extent.max());
      }
    }
    if (low > high) {
      return new ChartRange(logarithmic ? 0.1 : 0, 1, spike);
    }
    double margin = isFitted ? MARGIN * (high - low) : 0;
    ChartRange range =
        logarithmic
            ? roundedLog(low, high)
            : rounded(low < 0 ? low - margin : Math.max(0, low - margin), high + margin);
    return new ChartRange(range.low(), range.high(), Math.max(spike, range.high()));
  }

  /** Whether a run has so many losses that a band says where most of them are. */
  static boolean hasBand(ChartLine line) {
    return line.smoothed().size() >= ENOUGH && !line.isDifference();
  }

  /**
   * Whether the raw losses are cut off at the edges: two runs are compared by what differs between
   * them, which is small beside the spread of single losses.
   */
  static boolean leavesRawOut(List<ChartLine> lines) {
    List<ChartLine> runs =
        lines.stream().filter(line -> !line.isPast() && !line.isDifference()).toList();
    return runs.size() > 1 && runs.stream().allMatch(ChartRange::hasBand);
  }

  private static Extent whole(Series series) {
    return series.extent(0, series.size());
  }

  private static Extent band(ChartLine line, ChartColumns columns, Extent raw) {
    return hasBand(line) ? typical(columns.count(), columns::bandLow, columns::bandHigh) : raw;
  }

  private static Extent raw(ChartColumns columns) {
    return typical(columns.count(), columns::low, columns::high);
  }

  private static Extent typical(int columns, IntToDoubleFunction lows, IntToDoubleFunction highs) {
    double[] low = new double[columns];
    double[] high = new double[columns];
    int count = 0;
    for (int c = 0; c < columns; c++) {
      if (!Double.isNaN(lows.applyAsDouble(c))) {
        low[count] = lows.applyAsDouble(c);
        high[count++] = highs.applyAsDouble(c);
      }
    }
    if (count == 0) {
      return Extent.NOTHING;
    }
    Arrays.sort(low, 0, count);
    Arrays.sort(high, 0, count);
    int rank = (int) (TYPICAL * (count - 1));
    double floor = low[count - 1 - rank];
    double ceiling = high[rank];
    double reach = REACH * (ceiling - floor);
    double lowest = Math.max(low[0], floor - reach);
    double highest = Math.min(high[count - 1], ceiling + reach);
    return new Extent(lowest, highest, true);
  }

  /** Out to the next half step of the ticks, so that a growing curve does not move the axis. */
  private static ChartRange rounded(double low, double high) {
    double room = high > low ? 0 : Math.max(0.1, 0.1 * Math.abs(high));
    double step = ChartTick.niceStep((high - low + 2 * room) / 5) / 2;
    return new ChartRange(
        Math.floor((low - room) / step) * step, Math.ceil((high + room) / step) * step, high);
  }

  /** A loss of 0 has no place on a logarithmic axis; six decades are shown at most. */
  private static ChartRange roundedLog(double low, double high) {
    double top = high > 0 ? high : 1;
    return new ChartRange(Math.max(low, top * LOG_DEPTH) / LOG_MARGIN, top * LOG_MARGIN, top);
  }
}
