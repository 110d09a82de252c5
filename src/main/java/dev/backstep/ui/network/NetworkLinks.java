package dev.backstep.ui.network;

import static dev.backstep.ui.network.NetworkLayout.CELL_HEIGHT;
import static dev.backstep.ui.network.NetworkLayout.CELL_Y;

import dev.backstep.net.Cell;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import dev.backstep.ui.paint.Brush;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Draws what goes from cell to cell, at one place of the timeline. */
record NetworkLinks(
    GraphicsContext g, NetworkLayout layout, int place, NetworkPainter.Colors colors) {
  /** The length of the arrow to the next sequence. */
  private static final double HAND_OVER = 16;

  private static final double MIDDLE = CELL_Y + CELL_HEIGHT / 2;
  private static final double STATE_Y = MIDDLE - 8;
  private static final double GRADIENT_Y = MIDDLE + 9;

  /** Forward h_t goes to the right; backward dh_prev comes back to the left, below it. */
  void paint(int t) {
    double from = layout.x(t) + layout.columnWidth();
    if (t == layout.trace().length() - 1) {
      paintHandOver(from);
      return;
    }
    double to = layout.x(t + 1);
    boolean isThere = isComputed(Cell.H, t + 1);
    paintState(from, to, isThere ? colors.forward() : faded(colors.muted()));
    if (isComputed(Cell.DH, t + 1)) {
      g.setStroke(colors.backward());
      g.setLineWidth(2.5);
      g.strokeLine(to, GRADIENT_Y, from + 2, GRADIENT_Y);
      new Brush(g).head(from, GRADIENT_Y, Brush.ARROW + 1.5, colors.backward());
    }
  }

  /** Where the state is carried, the last h goes on to the next sequence. */
  private void paintHandOver(double from) {
    Trace trace = layout.trace();
    if (trace.handOver() != null && isComputed(Cell.H, trace.length() - 1)) {
      paintState(from, from + HAND_OVER, colors.forward());
    }
  }

  private void paintState(double from, double to, Color line) {
    g.setStroke(line);
    g.setLineWidth(1.5);
    g.strokeLine(from, STATE_Y, to - 1, STATE_Y);
    new Brush(g).head(to, STATE_Y, -Brush.ARROW, line);
  }

  private boolean isComputed(Vector quantity, int t) {
    return layout.trace().timeline().isComputed(quantity, t, place);
  }

  private Color faded(Color color) {
    return colors.surface().interpolate(color, 0.45);
  }
}
