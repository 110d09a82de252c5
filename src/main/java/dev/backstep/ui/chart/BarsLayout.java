package dev.backstep.ui.chart;

/**
 * The layout of bars: one a position, as many as fit, about a zero line.
 *
 * @param shown the number of bars
 * @param pitch the distance from one bar to the next
 */
record BarsLayout(ChartArea area, ChartScale scale, int shown, double pitch) {
  private static final double NARROWEST = 18;
  private static final double WIDEST = 44;
  private static final double FILLED = 0.62;

  /** The values that are not NaN, of which the first ones are shown where not all fit. */
  static BarsLayout of(double[] values, ChartArea area) {
    int fitting = (int) Math.max(1, area.width() / NARROWEST);
    int shown = Math.min(values.length, fitting);
    double low = 0;
    double high = 0;
    for (int i = 0; i < shown; i++) {
      if (Double.isFinite(values[i])) {
        low = Math.min(low, values[i]);
        high = Math.max(high, values[i]);
      }
    }
    double pitch = Math.min(WIDEST, area.width() / Math.max(1, shown));
    return new BarsLayout(area, rounded(low, high, area), shown, pitch);
  }

  /** Out to the next step of the ticks; 0 is always within. */
  private static ChartScale rounded(double low, double high, ChartArea area) {
    if (low == high) {
      return new ChartScale(-1, 1, area.bottom(), area.top(), false);
    }
    double step = ChartTick.niceStep((high - low) / 4);
    double least = Math.floor(low / step) * step;
    double most = Math.ceil(high / step) * step;
    return new ChartScale(least, most, area.bottom(), area.top(), false);
  }

  double center(int position) {
    return area.left() + (position + 0.5) * pitch;
  }

  double barWidth() {
    return Math.max(2, Math.rint(FILLED * pitch));
  }

  double zero() {
    return scale.at(0);
  }

  /** The position whose column is at x; −1 if there is none. */
  int positionAt(double x) {
    int position = (int) Math.floor((x - area.left()) / pitch);
    return position >= 0 && position < shown ? position : -1;
  }
}
