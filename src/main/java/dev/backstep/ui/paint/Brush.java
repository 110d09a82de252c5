package dev.backstep.ui.paint;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** The few strokes that diagrams are made of. */
public record Brush(GraphicsContext g) {
  /** Half the width of an arrowhead. */
  public static final double ARROW = 4;

  /** Words with their middle at x and y (the baseline is the caller's to set). */
  public void text(String words, double x, double y, Font font, Color color) {
    textWithin(Double.MAX_VALUE, words, x, y, font, color);
  }

  /** Words that are drawn narrower where they would be wider than there is room. */
  public void textWithin(double room, String words, double x, double y, Font font, Color color) {
    g.setFont(font);
    g.setFill(color);
    g.setTextAlign(TextAlignment.CENTER);
    g.fillText(words, x, y, room);
  }

  /** A line upwards with an arrowhead at its end. */
  public void arrowUp(double x, double from, double to, Color color) {
    double snapped = Math.round(x) + 0.5;
    g.setStroke(color);
    g.setLineWidth(1.5);
    g.strokeLine(snapped, from, snapped, to + 2);
    g.setFill(color);
    g.fillPolygon(
        new double[] {snapped - ARROW, snapped + ARROW, snapped},
        new double[] {to + ARROW, to + ARROW, to - 1},
        3);
  }

  /** An arrowhead with its point at x; negative sizes point to the right. */
  public void head(double x, double y, double size, Color color) {
    g.setFill(color);
    g.fillPolygon(
        new double[] {x, x + size * 1.3, x + size * 1.3},
        new double[] {y, y - Math.abs(size), y + Math.abs(size)},
        3);
  }
}
