package dev.backstep.ui.network;

import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import dev.backstep.ui.paint.Brush;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws the boundary to the sequence before, on the lines of the unrolled network beside it. */
final class BoundaryPainter {
  private static final double CELL_WIDTH = 40;

  /** The lean of the two strokes of a cut, and their distance. */
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
  private final Net net;
  private final NetworkSizes sizes;
  private final Colors colors;

  /**
   * @param width up to the first cell, in the units of the drawing
   */
  BoundaryPainter(GraphicsContext g, double width, NetworkSizes sizes, Colors colors) {
    this.g = g;
    this.width = width;
    this.sizes = sizes;
    net = sizes.net();
    this.colors = colors;
    brush = new Brush(g);
    g.setTextBaseline(VPos.CENTER);
  }

  /** The last cell of the sequence before, dashed as it is not one of these. */
  void paintBefore(String timestep, String letter, String word) {
    double center = CELL_WIDTH / 2;
    double height = sizes.cellHeight();
    double tileY = sizes.tileY();
    g.setLineDashes(4, 3);
    g.setLineWidth(1);
    g.setStroke(colors.forward);
    g.strokeRoundRect(0.5, sizes.cellY() + 0.5, CELL_WIDTH, height, 10, 10);
    g.strokeRoundRect(center - 12.5, tileY + 0.5, 26, sizes.tileHeight(), 6, 6);
    g.setLineDashes();
    double shift = 3.2 * timestep.length();
    for (Vector state : net.states()) {
      double middle = sizes.middle(state);
      brush.text(state.name(), center - shift, middle, MONO, colors.muted);
      brush.text(timestep, center + 4, middle + 4, SMALL, colors.muted);
    }
    brush.text(letter, center, tileY + sizes.tileHeight() / 2, LETTER, colors.muted);
    if (sizes.isStrip()) {
      return;
    }
    g.setTextAlign(TextAlignment.LEFT);
    g.setFont(TEXT);
    g.fillText(end(word), CELL_WIDTH + 2, tileY + sizes.tileHeight() / 2);
    brush.arrowUp(center, tileY - 1, sizes.cellY() + height + 2, colors.forward);
  }

  private static String end(String word) {
    int from =
        word.offsetByCodePoints(
            word.length(), -Math.min(MOST_CHARACTERS, word.codePointCount(0, word.length())));
    return from == 0 ? word : "…" + word.substring(from);
  }

  /** Its last state becomes the first of this sequence: h0. */
  void paintState(Vector state, String words) {
    double from = CELL_WIDTH + 1;
    double y = sizes.stateY(state);
    g.setStroke(colors.forward);
    g.setLineWidth(1.5);
    g.strokeLine(from, y, width - 1, y);
    brush.head(width, y, -Brush.ARROW, colors.forward);
    brush.text(words, (from + width) / 2, y - (isOnly() ? 12 : 8), TEXT, colors.forward);
  }

  private boolean isOnly() {
    return net.states().size() == 1;
  }

  /** The gradients come out of the first cell and go no further; the words stand below them. */
  void paintCuts(List<String> words) {
    net.states().forEach(state -> paintCut(sizes.gradientY(state)));
    double below = sizes.gradientY(net.states().get(0)) + (isOnly() ? 18 : 15);
    for (int i = 0; i < words.size(); i++) {
      double y = below + i * NetworkSizes.LINE;
      brush.text(words.get(i), (CELL_WIDTH + 1 + width) / 2, y, TEXT, colors.backward);
    }
  }

  private void paintCut(double y) {
    double from = CELL_WIDTH + 1;
    double reach = isOnly() ? CUT_HEIGHT : CUT_HEIGHT - 3;
    double cut = Math.rint((from + width) / 2);
    g.setStroke(colors.backward);
    g.setLineWidth(2.5);
    g.strokeLine(width, y, cut + 2 * LEAN, y);
    g.setLineWidth(2);
    for (double x : new double[] {cut - LEAN, cut + LEAN}) {
      g.strokeLine(x - LEAN, y + reach, x + LEAN, y - reach);
    }
    g.setLineDashes(2, 4);
    g.setLineWidth(1);
    g.strokeLine(cut - 3 * LEAN, y, from + 2, y);
    g.setLineDashes();
  }
}
