package dev.backstep.ui.chart;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws bars on a zero line, with the numbers beside and the positions below. */
final class BarsPainter {
  private static final double GAP = 4;

  private final GraphicsContext gc;
  private final ChartStyle style;

  BarsPainter(GraphicsContext gc, Font around) {
    this.gc = gc;
    style = ChartStyle.of(ink -> Color.GRAY, around);
    gc.setFont(style.font());
  }

  double width(String words) {
    return style.width(words);
  }

  double lineHeight() {
    return style.lineHeight();
  }

  void drawGrid(BarsLayout layout, Color text, Color grid) {
    ChartArea area = layout.area();
    int most = (int) Math.max(2, area.height() / (2.4 * style.font().getSize()));
    gc.setTextBaseline(VPos.CENTER);
    gc.setTextAlign(TextAlignment.RIGHT);
    for (ChartTick tick : layout.scale().ticks(most)) {
      double y = Math.rint(layout.scale().at(tick.value()));
      gc.setFill(grid);
      gc.fillRect(area.left(), y, area.width(), 1);
      gc.setFill(text);
      gc.fillText(tick.label(), area.left() - GAP, y);
    }
    drawPositions(layout, text);
  }

  /** Positions are counted from 1, as letters are. */
  private void drawPositions(BarsLayout layout, Color text) {
    gc.setFill(text);
    gc.setTextBaseline(VPos.TOP);
    gc.setTextAlign(TextAlignment.CENTER);
    int every = layout.pitch() < style.width("00") + GAP ? 2 : 1;
    for (int i = 0; i < layout.shown(); i += every) {
      gc.fillText(String.valueOf(i + 1), layout.center(i), layout.area().bottom() + GAP);
    }
  }

  void drawBars(BarsLayout layout, double[] values, Color above, Color below) {
    for (int i = 0; i < layout.shown(); i++) {
      if (Double.isFinite(values[i])) {
        double y = Math.rint(layout.scale().at(values[i]));
        double zero = Math.rint(layout.zero());
        gc.setFill(values[i] > 0 ? above : below);
        gc.fillRect(left(layout, i), Math.min(y, zero), layout.barWidth(), Math.abs(y - zero));
      }
    }
  }

  private static double left(BarsLayout layout, int position) {
    return Math.rint(layout.center(position) - layout.barWidth() / 2);
  }

  void drawZero(BarsLayout layout, Color ink) {
    gc.setFill(ink);
    gc.fillRect(layout.area().left(), Math.rint(layout.zero()), layout.area().width(), 1);
  }

  /** A frame around the column of a position. */
  void drawMark(BarsLayout layout, int position, Color ink) {
    gc.setStroke(ink);
    gc.setLineWidth(1.5);
    gc.strokeRect(
        left(layout, position) - 2,
        layout.area().top(),
        layout.barWidth() + 4,
        layout.area().height());
  }
}
