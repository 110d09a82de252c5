package dev.backstep.ui.chart;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Draws what stands around the lines: grid, numbers, titles and the marker. */
final class ChartFrame {
  private static final double GAP = 6;
  private static final double GRID_OPACITY = 0.65;

  private final GraphicsContext gc;
  private final ChartPicture picture;
  private final ChartArea area;
  private final ChartStyle style;

  ChartFrame(GraphicsContext gc, ChartPicture picture, ChartStyle style) {
    this.gc = gc;
    this.picture = picture;
    this.area = picture.area();
    this.style = style;
    gc.setFont(style.font());
  }

  void drawGrid(boolean compact) {
    double size = style.font().getSize();
    int fewest = picture.isOfDifference() ? 3 : 2;
    int rows = (int) Math.max(fewest, area.height() / (size * (compact ? 2.2 : 3.6)));
    drawLosses(picture.losses().ticks(rows));
    int most = (int) Math.max(2, area.width() / (size * (compact ? 7 : 8.5)));
    drawUpdates(picture.updates().wholeTicks(most));
    gc.setFill(style.ink(ChartInk.TEXT).deriveColor(0, 1, 1, 0.6));
    gc.fillRect(area.left(), area.bottom(), area.width(), area.pixel());
    if (picture.isOfDifference()) {
      double zero = Math.round(picture.losses().at(0) * area.scale()) * area.pixel();
      gc.fillRect(area.left(), zero, area.width(), area.pixel());
    }
  }

  void drawTitles(ChartTexts texts) {
    gc.setFill(style.ink(ChartInk.TEXT));
    text(texts.lossAxis(), area.left(), area.top() - 1.5 * GAP, TextAlignment.LEFT, VPos.BOTTOM);
    double below = area.bottom() + GAP + style.lineHeight();
    text(texts.updateAxis(), area.right(), below, TextAlignment.RIGHT, VPos.TOP);
  }

  /** A dashed line and what it stands for, on the side where there is room. */
  void drawMarker(int update, String caption) {
    double x = Math.floor(picture.updates().clampedAt(update) * area.scale()) * area.pixel();
    Color color = style.ink(ChartInk.MARKER);
    gc.setStroke(color);
    gc.setLineWidth(1.5);
    gc.setLineDashes(4, 3);
    gc.strokeLine(x + 0.5, area.top(), x + 0.5, area.bottom());
    gc.setLineDashes();
    double width = style.width(caption);
    boolean onTheRight = x + GAP + width <= area.right();
    double left = onTheRight ? x + GAP : x - GAP - width;
    if (left >= area.left() && !caption.isEmpty()) {
      gc.setFill(style.ink(ChartInk.BACKGROUND).deriveColor(0, 1, 1, 0.8));
      gc.fillRect(left - 2, area.top() + 1, width + 4, style.lineHeight());
      gc.setFill(color);
      text(caption, left, area.top() + 1, TextAlignment.LEFT, VPos.TOP);
    }
  }

  private void drawLosses(List<ChartTick> ticks) {
    for (ChartTick tick : ticks) {
      double y = Math.round(picture.losses().at(tick.value()) * area.scale()) * area.pixel();
      gc.setFill(style.ink(ChartInk.GRID).deriveColor(0, 1, 1, GRID_OPACITY));
      gc.fillRect(area.left(), Math.min(y, area.bottom()), area.width(), area.pixel());
      gc.setFill(style.ink(ChartInk.TEXT));
      text(tick.label(), area.left() - GAP, y, TextAlignment.RIGHT, VPos.CENTER);
    }
  }

  /** Numbers that would run into one another or out of the chart are left out, not their lines. */
  private void drawUpdates(List<ChartTick> ticks) {
    double free = 0;
    for (ChartTick tick : ticks) {
      double x = Math.round(picture.updates().at(tick.value()) * area.scale()) * area.pixel();
      gc.setFill(style.ink(ChartInk.GRID).deriveColor(0, 1, 1, GRID_OPACITY));
      gc.fillRect(
          Math.min(x, area.right() - area.pixel()), area.top(), area.pixel(), area.height());
      double half = style.width(tick.label()) / 2;
      if (x - half >= free && x + half <= area.right() + style.margin()) {
        gc.setFill(style.ink(ChartInk.TEXT));
        text(tick.label(), x, area.bottom() + GAP / 2, TextAlignment.CENTER, VPos.TOP);
        free = x + half + GAP;
      }
    }
  }

  private void text(String text, double x, double y, TextAlignment align, VPos base) {
    gc.setTextAlign(align);
    gc.setTextBaseline(base);
    gc.fillText(text, x, y);
  }
}
