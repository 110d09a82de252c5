package dev.backstep.ui.network;

import static dev.backstep.ui.network.NetworkLayout.CELL_HEIGHT;
import static dev.backstep.ui.network.NetworkLayout.CELL_Y;
import static dev.backstep.ui.network.NetworkLayout.TILE_HEIGHT;
import static dev.backstep.ui.network.NetworkLayout.TILE_Y;

import dev.backstep.ui.paint.Brush;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws the boundary to the sequence before, on the lines of the unrolled network beside it. */
final class BoundaryPainter {
  private static final double CELL_WIDTH = 40;
  private static final double MIDDLE = CELL_Y + CELL_HEIGHT / 2;
  private static final double STATE_Y = MIDDLE - 8;
  private static final double GRADIENT_Y = MIDDLE + 9;

  /** How much the two strokes of a cut lean, and how far they are apart. */
  private static final double LEAN = 3;

  private static final double CUT_HEIGHT = 8;

  /** Of the sequence before there is room for the end. */
  private static final int MOST_CHARACTERS = 11;

  private static final Font TEXT = Font.font(11);
  private static final Font MONO = Font.font("Monospaced", 12);
  private static final Font SMALL = Font.font("Monospaced", 10);
  private static final Font LETTER = Font.font("Monospaced", 15);

  record Colors(Color ink, Color muted, Color forward, Color backward) {}

  private final GraphicsContext g;
  private final Brush brush;
  private final double width;
  private final Colors colors;

  /**
   * @param width up to the first cell, in the units of the drawing
   */
  BoundaryPainter(GraphicsContext g, double width, Colors colors) {
    this.g = g;
    this.width = width;
    this.colors = colors;
    brush = new Brush(g);
    g.setTextBaseline(VPos.CENTER);
  }

  /** The last cell of the sequence before, dashed as it is not one of these. */
  void paintBefore(String timestep, String letter, String word) {
    double center = CELL_WIDTH / 2;
    g.setLineDashes(4, 3);
    g.setLineWidth(1);
    g.setStroke(colors.forward);
    g.strokeRoundRect(0.5, CELL_Y + 0.5, CELL_WIDTH, CELL_HEIGHT, 10, 10);
    g.strokeRoundRect(center - 12.5, TILE_Y + 0.5, 26, TILE_HEIGHT, 6, 6);
    g.setLineDashes();
    double shift = 3.2 * timestep.length();
    brush.text("h", center - shift, MIDDLE, MONO, colors.muted);
    brush.text(timestep, center + 4, MIDDLE + 4, SMALL, colors.muted);
    brush.text(letter, center, TILE_Y + TILE_HEIGHT / 2, LETTER, colors.muted);
    g.setTextAlign(TextAlignment.LEFT);
    g.setFont(TEXT);
    g.fillText(end(word), CELL_WIDTH + 2, TILE_Y + TILE_HEIGHT / 2);
    brush.arrowUp(center, TILE_Y - 1, CELL_Y + CELL_HEIGHT + 2, colors.forward);
  }

  private static String end(String word) {
    int from =
        word.offsetByCodePoints(
            word.length(), -Math.min(MOST_CHARACTERS, word.codePointCount(0, word.length())));
    return from == 0 ? word : "…" + word.substring(from);
  }

  /** Its last h becomes h0. */
  void paintState(String words) {
    double from = CELL_WIDTH + 1;
    g.setStroke(colors.forward);
    g.setLineWidth(1.5);
    g.strokeLine(from, STATE_Y, width - 1, STATE_Y);
    brush.head(width, STATE_Y, -Brush.ARROW, colors.forward);
    brush.text(words, (from + width) / 2, STATE_Y - 12, TEXT, colors.forward);
  }

  /** The gradient comes out of the first cell and goes no further. */
  void paintCut(String words) {
    double from = CELL_WIDTH + 1;
    double cut = Math.rint((from + width) / 2);
    g.setStroke(colors.backward);
    g.setLineWidth(2.5);
    g.strokeLine(width, GRADIENT_Y, cut + 2 * LEAN, GRADIENT_Y);
    g.setLineWidth(2);
    for (double x : new double[] {cut - LEAN, cut + LEAN}) {
      g.strokeLine(x - LEAN, GRADIENT_Y + CUT_HEIGHT, x + LEAN, GRADIENT_Y - CUT_HEIGHT);
    }
    g.setLineDashes(2, 4);
    g.setLineWidth(1);
    g.strokeLine(cut - 3 * LEAN, GRADIENT_Y, from + 2, GRADIENT_Y);
    g.setLineDashes();
    brush.text(words, (from + width) / 2, GRADIENT_Y + 18, TEXT, colors.backward);
  }
}
