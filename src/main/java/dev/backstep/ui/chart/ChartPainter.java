package dev.backstep.ui.chart;

import dev.backstep.math.Series;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;

/**
 * Draws the lines: raw losses as bars of one device pixel (stroking as many points would cost more
 * than a frame), pale below the band that most of them are in; above it the smoothed losses, above
 * these the held-out points.
 */
final class ChartPainter {
  private static final double RAW_OPACITY = 0.26;
  private static final double PAST_OPACITY = 0.22;

  private static final double BAND_OPACITY = 0.2;

  private static final double OUTLINE_OPACITY = 0.4;

  /** The share of these that raw losses have where there is a band. */
  private static final double PALE = 0.35;

  private static final double EDGE_HEIGHT = 5;
  private static final double DIAMOND = 4;

  private final GraphicsContext gc;
  private final ChartPicture picture;
  private final ChartArea area;
  private final ChartStyle style;

  ChartPainter(GraphicsContext gc, ChartPicture picture, ChartStyle style) {
    this.gc = gc;
    this.picture = picture;
    this.area = picture.area();
    this.style = style;
  }

  void draw() {
    for (int i = 0; i < picture.lines().size(); i++) {
      drawRaw(picture.lines().get(i), picture.columns().get(i));
      drawBand(picture.lines().get(i), picture.columns().get(i));
    }
    picture.columns().forEach(this::drawBroken);
    gc.setLineJoin(StrokeLineJoin.ROUND);
    for (int i = 0; i < picture.lines().size(); i++) {
      drawSmoothed(picture.lines().get(i), picture.columns().get(i));
    }
    picture.lines().forEach(this::drawHeldOut);
  }

  private void drawRaw(ChartLine line, ChartColumns columns) {
    boolean isCutOff =
        ChartRange.hasBand(line) && ChartRange.leavesRawOut(picture.lines()) && !line.isPast();
    if (line.isDifference() || isCutOff) {
      return;
    }
    Color color = style.ink(ChartInk.of(line.role()));
    double share = ChartRange.hasBand(line) ? PALE : 1;
    gc.setFill(color.deriveColor(0, 1, 1, share * opacity(line)));
    int begin = firstColumn(line, columns);
    for (int c = begin; c < columns.count(); c++) {
      drawBar(c, columns.low(c), columns.high(c));
    }
    if (!ChartRange.leavesRawOut(picture.lines())) {
      drawSpikes(columns, begin, color);
    }
  }

  /** The stretch from one loss to another in a column, as far as it is within the plot. */
  private void drawBar(int column, double low, double high) {
    ChartScale losses = picture.losses();
    boolean isWithin = high >= losses.low() && low <= losses.high();
    if (isWithin) {
      double top = losses.clampedAt(high);
      double height = Math.max(area.pixel(), losses.clampedAt(low) - top);
      gc.fillRect(area.columnLeft(column), top, area.pixel(), height);
    }
  }

  private void drawBand(ChartLine line, ChartColumns columns) {
    boolean isOutlined = ChartRange.leavesRawOut(picture.lines()) && !line.isPast();
    if (ChartRange.hasBand(line) && isOutlined) {
      outlineBand(line, columns);
    } else if (ChartRange.hasBand(line)) {
      double opacity = line.isPast() ? opacity(line) : BAND_OPACITY;
      gc.setFill(style.ink(ChartInk.of(line.role())).deriveColor(0, 1, 1, opacity));
      for (int c = firstColumn(line, columns); c < columns.count(); c++) {
        drawBar(c, columns.bandLow(c), columns.bandHigh(c));
      }
    }
  }

  /** Bands of runs that are compared lie on one another: filled, both would be the same grey. */
  private void outlineBand(ChartLine line, ChartColumns columns) {
    gc.setFill(style.ink(ChartInk.of(line.role())).deriveColor(0, 1, 1, OUTLINE_OPACITY));
    for (int c = firstColumn(line, columns) + 1; c < columns.count(); c++) {
      drawEdge(c, columns.bandLow(c - 1), columns.bandLow(c));
      drawEdge(c, columns.bandHigh(c - 1), columns.bandHigh(c));
    }
  }

  private void drawEdge(int column, double before, double now) {
    drawBar(column, Math.min(before, now), Math.max(before, now));
  }

  /** A mark at the top edge for what stands out of all others. */
  private void drawSpikes(ChartColumns columns, int begin, Color color) {
    gc.setFill(color);
    for (int c = begin; c < columns.count(); c++) {
      if (columns.high(c) > picture.spike()) {
        gc.fillRect(area.columnLeft(c) - area.pixel(), area.top(), 3 * area.pixel(), 2);
      }
    }
  }

  /** Of several lines each is paler, so that none hides another. */
  private double opacity(ChartLine line) {
    long alike = picture.lines().stream().filter(other -> other.isPast() == line.isPast()).count();
    return (line.isPast() ? PAST_OPACITY : RAW_OPACITY) / alike;
  }

  private static int firstColumn(ChartLine line, ChartColumns columns) {
    int column = 0;
    while (column < columns.count() && columns.first(column + 1) <= line.from()) {
      column++;
    }
    return column;
  }

  /** Numbers that are not finite: a mark at the top edge and a tint below it. */
  private void drawBroken(ChartColumns columns) {
    Color warning = style.ink(ChartInk.WARNING);
    Color tint = warning.deriveColor(0, 1, 1, 0.15);
    for (int c = 0; c < columns.count(); c++) {
      if (columns.isBroken(c)) {
        double x = area.columnLeft(c);
        gc.setFill(tint);
        gc.fillRect(x, area.top(), area.pixel(), area.height());
        gc.setFill(warning);
        gc.fillRect(x - 2, area.top() - EDGE_HEIGHT, area.pixel() + 4, EDGE_HEIGHT);
      }
    }
  }

  private void drawSmoothed(ChartLine line, ChartColumns columns) {
    double[] xs = new double[columns.count()];
    double[] ys = new double[columns.count()];
    Series smoothed = line.smoothed();
    int count = 0;
    for (int c = firstColumn(line, columns); c < columns.count(); c++) {
      int last = Math.min(columns.first(c + 1), smoothed.size()) - 1;
      if (last >= columns.first(c) && Double.isFinite(smoothed.get(last))) {
        xs[count] = picture.updates().at(last);
        ys[count++] = picture.losses().clampedAt(smoothed.get(last));
      }
    }
    gc.setStroke(style.ink(ChartInk.of(line.role())));
    gc.setLineWidth(1.6);
    gc.strokePolyline(xs, ys, count);
    if (count == 1) {
      gc.setFill(style.ink(ChartInk.of(line.role())));
      gc.fillOval(xs[0] - 2, ys[0] - 2, 4, 4);
    }
  }

  private void drawHeldOut(ChartLine line) {
    ChartPoints points = new ChartPoints(picture, line);
    double[] xs = points.xs();
    double[] ys = points.ys();
    int count = points.count();
    Color color = style.ink(ChartInk.ofHeldOut(line.role()));
    gc.setStroke(color.deriveColor(0, 1, 1, 0.7));
    gc.setLineWidth(1);
    gc.strokePolyline(xs, ys, count);
    double previous = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      if (xs[i] - previous >= 2 * DIAMOND || i == count - 1) {
        drawDiamond(xs[i], ys[i], color);
        previous = xs[i];
      }
    }
  }

  /** With a rim of the background, so that it stands out from a line it lies on. */
  private void drawDiamond(double x, double y, Color color) {
    gc.setFill(style.ink(ChartInk.BACKGROUND));
    fillDiamond(x, y, DIAMOND + 1.5);
    gc.setFill(color);
    fillDiamond(x, y, DIAMOND);
  }

  private void fillDiamond(double x, double y, double r) {
    gc.fillPolygon(new double[] {x - r, x, x + r, x}, new double[] {y, y - r, y, y + r}, 4);
  }
}
