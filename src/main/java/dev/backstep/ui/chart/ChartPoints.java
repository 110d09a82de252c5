package dev.backstep.ui.chart;

import dev.backstep.math.Extent;

/**
 * The held-out points of a line in pixels. Where there are more than columns of pixels, a column
 * that has more than {@value #MOST} keeps the first, the lowest, the highest and the last, which
 * look the same: what is drawn depends on the width of the chart, not on the length of the run.
 */
final class ChartPoints {
  private static final int MOST = 4;

  private final ChartPicture picture;
  private final ChartLine line;
  private final double[] xs;
  private final double[] ys;
  private int count;

  ChartPoints(ChartPicture picture, ChartLine line) {
    this.picture = picture;
    this.line = line;
    int columns = picture.area().columns();
    int all = line.heldOutCount();
    xs = new double[Math.min(all, MOST * columns)];
    ys = new double[xs.length];
    int from = line.firstHeldOut(line.from());
    for (int c = 0; c < columns && all > columns; c++) {
      int until = c + 1 == columns ? all : line.firstHeldOut(picture.columnEnd(c));
      if (until > from) {
        addColumn(from, until);
        from = until;
      }
    }
    addEach(from, all);
  }

  private void addColumn(int from, int until) {
    if (until - from <= MOST) {
      addEach(from, until);
      return;
    }
    Extent extent = line.heldOut().extent(from, until);
    int middle = (from + until) >>> 1;
    add(from, line.heldOut().get(from));
    add(middle, extent.min());
    add(middle, extent.max());
    add(until - 1, line.heldOut().get(until - 1));
  }

  private void addEach(int from, int until) {
    for (int i = from; i < until; i++) {
      add(i, line.heldOut().get(i));
    }
  }

  private void add(int index, double loss) {
    if (Double.isFinite(loss)) {
      xs[count] = picture.updates().at(line.heldOutAt().get(index));
      ys[count++] = picture.losses().clampedAt(loss);
    }
  }

  int count() {
    return count;
  }

  /** The first {@link #count()} of these are meant, from left to right. */
  double[] xs() {
    return xs;
  }

  double[] ys() {
    return ys;
  }
}
