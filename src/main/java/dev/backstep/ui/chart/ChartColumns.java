package dev.backstep.ui.chart;

import dev.backstep.math.Extent;
import dev.backstep.math.Series;

/**
 * A line cut into the pixel columns of the plot: the smallest and the largest number of each. A
 * column reaches as far as the line between two numbers does, so that columns without a number of
 * their own are filled and neighbours always touch.
 */
final class ChartColumns {
  private final int[] first;
  private final double[] low;
  private final double[] high;
  private final boolean[] broken;
  private final double[] bandLow;
  private final double[] bandHigh;

  private ChartColumns(int count) {
    first = new int[count + 1];
    low = new double[count];
    high = new double[count];
    broken = new boolean[count];
    bandLow = new double[count];
    bandHigh = new double[count];
  }

  /** Columns of {@code 1/scale} pixels from the start of the update axis on. */
  static ChartColumns of(Series raw, ChartScale updates, int count, double scale) {
    ChartColumns columns = new ChartColumns(count);
    double left = edge(raw, -1);
    for (int c = 0; c < count; c++) {
      double end = updates.valueAt(updates.start() + (c + 1) / scale);
      columns.first[c + 1] = c + 1 == count ? raw.size() : indexFrom(end, raw.size());
      double right = edge(raw, end);
      columns.fill(c, raw.extent(columns.first[c], columns.first[c + 1]), left, right);
      boolean isReached = end < raw.size() || columns.first[c] < raw.size();
      columns.bandLow[c] = isReached ? raw.lowQuantile(end) : Double.NaN;
      columns.bandHigh[c] = isReached ? raw.highQuantile(end) : Double.NaN;
      left = right;
    }
    return columns;
  }

  int count() {
    return low.length;
  }

  /** The first number of a column; the numbers of column c end before {@code first(c + 1)}. */
  int first(int column) {
    return first[column];
  }

  /** NaN where the line does not pass through the column. */
  double low(int column) {
    return low[column];
  }

  double high(int column) {
    return high[column];
  }

  /** Most numbers around the column are not less; NaN where there are too few of them. */
  double bandLow(int column) {
    return bandLow[column];
  }

  /** Most are not more. */
  double bandHigh(int column) {
    return bandHigh[column];
  }

  /** Whether a number of the column is not finite; it is left out then. */
  boolean isBroken(int column) {
    return broken[column];
  }

  private void fill(int column, Extent extent, double left, double right) {
    broken[column] = !extent.allFinite();
    double min = least(extent.min(), least(left, right));
    double max = -least(-extent.max(), least(-left, -right));
    boolean nothing = broken[column] || min > max;
    low[column] = nothing ? Double.NaN : min;
    high[column] = nothing ? Double.NaN : max;
  }

  /** The smaller of two numbers, where NaN and +∞ both mean that there is none. */
  private static double least(double a, double b) {
    double some = Double.isNaN(a) ? Double.POSITIVE_INFINITY : a;
    return b < some ? b : some;
  }

  /** The line between two numbers at a place that is not whole; NaN where there is no line. */
  private static double edge(Series raw, double place) {
    int before = (int) Math.floor(place);
    if (before < 0 || before + 1 >= raw.size()) {
      return Double.NaN;
    }
    double from = raw.get(before);
    double value = from + (place - before) * (raw.get(before + 1) - from);
    return Double.isFinite(value) ? value : Double.NaN;
  }

  private static int indexFrom(double place, int size) {
    return (int) Math.min(size, Math.ceil(place - 1e-9));
  }
}
