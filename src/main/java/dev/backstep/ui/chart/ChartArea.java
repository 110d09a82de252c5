package dev.backstep.ui.chart;

/** The plot within the chart, on whole device pixels; {@code scale} of these are one pixel. */
record ChartArea(double left, double top, double right, double bottom, double scale) {
  static ChartArea snapped(double left, double top, double right, double bottom, double scale) {
    return new ChartArea(
        snap(left, scale), snap(top, scale), snap(right, scale), snap(bottom, scale), scale);
  }

  double width() {
    return right - left;
  }

  double height() {
    return bottom - top;
  }

  /** The number of device pixels from left to right. */
  int columns() {
    return (int) Math.round(width() * scale);
  }

  double pixel() {
    return 1 / scale;
  }

  double columnLeft(int column) {
    return left + column / scale;
  }

  boolean contains(double x, double y) {
    return x >= left && x <= right && y >= top && y <= bottom;
  }

  boolean isUsable() {
    return width() > 1 && height() > 1;
  }

  private static double snap(double value, double scale) {
    return Math.round(value * scale) / scale;
  }
}
