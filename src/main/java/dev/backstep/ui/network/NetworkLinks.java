package dev.backstep.ui.network;

import dev.backstep.math.Numbers;
import dev.backstep.net.Cell;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import dev.backstep.trace.GradientNorms;
import dev.backstep.trace.Trace;
import dev.backstep.ui.paint.Brush;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;

/** Draws what goes from cell to cell, at one place of the timeline. */
record NetworkLinks(
    GraphicsContext g,
    NetworkLayout layout,
    GradientNorms norms,
    int place,
    NetworkPainter.Colors colors) {
  /** The width of the arrow of the least size that is drawn, and what the largest has more. */
  private static final double THINNEST = 1;

  private static final double THICKER = 4;

  /** The opacity of the least, of which something has to be seen. */
  private static final double FAINTEST = 0.4;

  /** The length of the arrow to the next sequence. */
  private static final double HAND_OVER = 16;

  /** The lean of the two strokes of a cut, their height, and where the words stand below it. */
  private static final double LEAN = 2;

  private static final double CUT_HEIGHT = 8;
  private static final double BELOW = 9;

  /** The narrowest column with room for the words. */
  private static final double ROOMY = 40;

  private static final Font TEXT = Font.font(10);

  /**
   * Forward the states go to the right; backward their gradients come back to the left, below.
   *
   * @param covered the timestep of which it is not to be seen how large they are; −1 for none
   */
  void paint(int t, int covered) {
    double from = layout.x(t) + layout.columnWidth();
    if (t == layout.trace().length() - 1) {
      paintHandOver(from);
      return;
    }
    double to = layout.x(t + 1);
    boolean isThere = isComputed(Cell.H, t + 1);
    for (Vector state : net().states()) {
      paintState(state, from, to, isThere ? colors.forward() : faded(colors.muted()));
      if (isComputed(net().gradientOf(state), t + 1)) {
        paintHandedBack(state, from, to, t, t + 1 == covered);
      }
    }
    if (isComputed(Cell.DH, t + 1)) {
      paintThrownAway(from, to, t, t + 1 == covered);
    }
  }

  /** What cell t + 1 hands back to cell t, and the cut where gradients end. */
  private void paintHandedBack(Vector state, double from, double to, int t, boolean isCovered) {
    Trace trace = layout.trace();
    Vector handedBack = net().handedBack().get(net().states().indexOf(state));
    if (!trace.truncation().isCutBefore(t + 1)) {
      double norm = trace.norm(net().receiver(handedBack), t);
      paintGradient(state, from, to, isCovered ? 0.5 : norms.share(norm));
    }
    if (trace.thrownAway(handedBack, t + 1) != null) {
      paintCut(layout.sizes().gradientY(state), (from + to) / 2);
    }
  }

  private void paintCut(double y, double middle) {
    double reach = net().states().size() == 1 ? CUT_HEIGHT : CUT_HEIGHT - 3;
    g.setStroke(colors.backward());
    g.setLineWidth(2);
    for (double x : new double[] {middle - LEAN, middle + LEAN}) {
      g.strokeLine(x - LEAN, y + reach, x + LEAN, y - reach);
    }
  }

  /** The norm of what is thrown away between two cells, of all states together, below them. */
  private void paintThrownAway(double from, double to, int t, boolean isCovered) {
    double norm = layout.trace().thrownAwayNorm(t + 1);
    if (layout.columnWidth() >= ROOMY && !layout.sizes().isStrip() && norm >= 0) {
      String words = "cut " + (isCovered ? "?" : Numbers.brief(norm));
      double y = layout.sizes().cellY() + layout.sizes().cellHeight() + BELOW;
      new Brush(g).text(words, (from + to) / 2, y, TEXT, colors.backward());
    }
  }

  /** As strong as what it carries. */
  private void paintGradient(Vector state, double from, double to, double share) {
    double y = layout.sizes().gradientY(state);
    Color color = colors.backward().deriveColor(0, 1, 1, FAINTEST + (1 - FAINTEST) * share);
    double head = Brush.ARROW + 2.5 * share;
    g.setStroke(color);
    g.setLineWidth(THINNEST + THICKER * share);
    g.setLineCap(StrokeLineCap.BUTT);
    g.strokeLine(to, y, from + head * 1.3, y);
    new Brush(g).head(from, y, head, color);
  }

  private Net net() {
    return layout.trace().net();
  }

  /** Where the states are carried, the last go on to the next sequence. */
  private void paintHandOver(double from) {
    Trace trace = layout.trace();
    if (trace.handOver() != null && isComputed(Cell.H, trace.length() - 1)) {
      net().states().forEach(state -> paintState(state, from, from + HAND_OVER, colors.forward()));
    }
  }

  private void paintState(Vector state, double from, double to, Color line) {
    double y = layout.sizes().stateY(state);
    g.setStroke(line);
    g.setLineWidth(1.5);
    g.strokeLine(from, y, to - 1, y);
    new Brush(g).head(to, y, -Brush.ARROW, line);
  }

  private boolean isComputed(Vector quantity, int t) {
    return layout.trace().timeline().isComputed(quantity, t, place);
  }

  private Color faded(Color color) {
    return colors.surface().interpolate(color, 0.45);
  }
}
