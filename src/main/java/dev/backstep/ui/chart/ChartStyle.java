package dev.backstep.ui.chart;

import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The colours and the font of one drawing, and how large its words become. */
record ChartStyle(Function<ChartInk, Color> inks, Font font) {
  private static final double SMALLER = 0.85;

  /** A little smaller than the text around. */
  static ChartStyle of(Function<ChartInk, Color> inks, Font around) {
    return new ChartStyle(
        inks, Font.font(around.getFamily(), Math.rint(SMALLER * around.getSize())));
  }

  Color ink(ChartInk ink) {
    return inks.apply(ink);
  }

  double width(String text) {
    return bounds(text).getWidth();
  }

  double lineHeight() {
    return Math.ceil(bounds("0").getHeight());
  }

  /** Free space at the right, where half of the last number stands. */
  double margin() {
    return Math.ceil(1.5 * font.getSize());
  }

  private Bounds bounds(String text) {
    Text measured = new Text(text);
    measured.setFont(font);
    return measured.getLayoutBounds();
  }
}
