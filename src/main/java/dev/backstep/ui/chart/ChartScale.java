package dev.backstep.ui.chart;

import java.util.List;

/**
 * The map from numbers to pixels and back: {@code low} lies at pixel {@code start}, {@code high} at
 * pixel {@code end}. On a logarithmic scale whatever is below {@code low} lies at {@code start}
 * too.
 */
record ChartScale(double low, double high, double start, double end, boolean logarithmic) {

  double at(double value) {
    double part = (place(value) - place(low)) / (place(high) - place(low));
    return start + part * (end - start);
  }

  double valueAt(double pixel) {
    double part = (pixel - start) / (end - start);
    double place = place(low) + part * (place(high) - place(low));
    return logarithmic ? StrictMath.pow(10, place) : place;
  }

  /** The pixel of a value, kept within the scale. */
  double clampedAt(double value) {
    return at(Math.max(low, Math.min(high, value)));
  }

  List<ChartTick> ticks(int most) {
    return logarithmic ? ChartTick.logarithmic(low, high, most) : ChartTick.linear(low, high, most);
  }

  List<ChartTick> wholeTicks(int most) {
    return logarithmic ? ChartTick.logarithmic(low, high, most) : ChartTick.whole(low, high, most);
  }

  private double place(double value) {
    return logarithmic ? StrictMath.log10(Math.max(value, low)) : value;
  }
}
