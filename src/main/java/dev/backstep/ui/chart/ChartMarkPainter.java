package dev.backstep.ui.chart;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Draws what is marked: epochs as ticks on the axis, everything else at the top edge. */
final class ChartMarkPainter {
  private static final double TICK = 5;
  private static final double LEAST_BETWEEN_TICKS = 4;

  /** Half of the width and of the height of a sign. */
  static final double HALF = 4;

  private static final double LINE_OPACITY = 0.55;

  private final GraphicsContext gc;
  private final ChartPicture picture;
  private final ChartArea area;
  private final ChartStyle style;

  ChartMarkPainter(GraphicsContext gc, ChartPicture picture, ChartStyle style) {
    this.gc = gc;
    this.picture = picture;
    this.area = picture.area();
    this.style = style;
  }

  void draw() {
    drawEpochs(picture.epochLength());
    picture.marks().forEach(this::draw);
  }

  /** Those that would run into one another are left out, as at the end of a logarithmic axis. */
  private void drawEpochs(int length) {
    if (length < 1) {
      return;
    }
    gc.setFill(style.ink(ChartInk.TEXT));
    ChartScale updates = picture.updates();
    double free = area.left();
    for (long update = length; update <= updates.high(); update += length) {
      double x = updates.at(update);
      if (x < free) {
        update = skipTo(free, length) - length;
        continue;
      }
      gc.fillRect(snapped(x), area.bottom() - TICK, area.pixel(), TICK);
      free = x + LEAST_BETWEEN_TICKS;
    }
  }

  /** The first beginning of an epoch that is not left of x. */
  private long skipTo(double x, int length) {
    return (long) Math.ceil(picture.updates().valueAt(x) / length + 1e-9) * length;
  }

  private void draw(ChartMark mark) {
    double x = snapped(picture.updates().clampedAt(mark.update()));
    Color color = style.ink(ChartInk.of(mark.kind()));
    gc.setFill(color.deriveColor(0, 1, 1, LINE_OPACITY));
    gc.fillRect(x, area.top(), area.pixel(), area.height());
    double middle = x + area.pixel() / 2;
    double top = area.top();
    gc.setFill(color);
    switch (mark.kind()) {
      case CHANGE -> polygon(middle - HALF, top, middle + HALF, top, middle, top + 2 * HALF);
      case STEEPEST ->
          polygon(middle - HALF, top + 2 * HALF, middle + HALF, top + 2 * HALF, middle, top);
      case DIVERGED -> drawCross(middle, top + HALF, color);
      case LOWEST -> drawLowest(middle, top + HALF, color);
    }
  }

  private void polygon(double x1, double y1, double x2, double y2, double x3, double y3) {
    gc.fillPolygon(new double[] {x1, x2, x3}, new double[] {y1, y2, y3}, 3);
  }

  private void drawCross(double x, double y, Color color) {
    gc.setStroke(color);
    gc.setLineWidth(2);
    gc.strokeLine(x - HALF, y - HALF, x + HALF, y + HALF);
    gc.strokeLine(x - HALF, y + HALF, x + HALF, y - HALF);
  }

  /** A diamond, as held-out losses are, in a ring. */
  private void drawLowest(double x, double y, Color color) {
    double inner = HALF - 1.5;
    gc.fillPolygon(
        new double[] {x - inner, x, x + inner, x}, new double[] {y, y - inner, y, y + inner}, 4);
    gc.setStroke(color);
    gc.setLineWidth(1);
    gc.strokeOval(x - HALF, y - HALF, 2 * HALF, 2 * HALF);
  }

  private double snapped(double x) {
    double column = Math.floor(x * area.scale()) * area.pixel();
    return Math.min(column, area.right() - area.pixel());
  }
}
