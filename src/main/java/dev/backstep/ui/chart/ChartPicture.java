package dev.backstep.ui.chart;

import java.util.List;

/**
 * Everything a drawing of the chart and its read-out are made from.
 *
 * @param spike a loss above it is marked at the top edge
 */
record ChartPicture(
    ChartArea area,
    ChartScale updates,
    ChartScale losses,
    double spike,
    List<ChartLine> lines,
    List<ChartColumns> columns,
    List<ChartMark> marks,
    int epochLength) {

  static ChartPicture of(
      List<ChartLine> lines, ChartTravel travel, ChartArea area, boolean logX, boolean logY) {
    double drawn = lines.stream().mapToDouble(ChartLine::lastUpdate).max().orElse(0);
    double last = Math.max(drawn, travel.reachProperty().get());
    double low = logX ? 1 : 0;
    ChartScale updates =
        new ChartScale(low, Math.max(low + 1, last), area.left(), area.right(), logX);
    List<ChartColumns> columns =
        lines.stream()
            .map(line -> ChartColumns.of(line.raw(), updates, area.columns(), area.scale()))
            .toList();
    ChartRange range = ChartRange.of(lines, columns, logY);
    ChartScale losses = new ChartScale(range.low(), range.high(), area.bottom(), area.top(), logY);
    return new ChartPicture(
        area,
        updates,
        losses,
        range.spike(),
        List.copyOf(lines),
        columns,
        List.copyOf(travel.marks()),
        travel.epochLengthProperty().get());
  }

  /** Whether it shows by how much runs differ, and not how they are. */
  boolean isOfDifference() {
    return lines.stream().anyMatch(ChartLine::isDifference);
  }

  /** The last update that a line has; what can be gone to may lie beyond. */
  int lastDrawn() {
    return (int) lines.stream().mapToDouble(ChartLine::lastUpdate).max().orElse(0);
  }

  /** The place on the update axis where a pixel column ends. */
  double columnEnd(int column) {
    return updates.valueAt(updates.start() + (column + 1) / area.scale());
  }

  /** The pixel column under x, kept within the plot. */
  int columnAt(double x) {
    int column = (int) Math.floor((x - area.left()) * area.scale());
    return Math.max(0, Math.min(area.columns() - 1, column));
  }

  /**
   * The update that is meant by a place: that of the sign of a mark there, or else of the curve.
   */
  int updateAt(double x, double y) {
    double reach = ChartMarkPainter.HALF + 2;
    boolean isAmongSigns = Math.abs(y - area.top() - ChartMarkPainter.HALF) <= reach;
    for (int i = marks.size() - 1; i >= 0 && isAmongSigns; i--) {
      long update = marks.get(i).update();
      if (Math.abs(updates.clampedAt(update) - x) <= reach) {
        return (int) update;
      }
    }
    return updateAt(x);
  }

  /** The update nearest to x, kept within what is shown. */
  int updateAt(double x) {
    double within = Math.max(area.left(), Math.min(area.right(), x));
    return (int) Math.round(updates.valueAt(within));
  }
}
