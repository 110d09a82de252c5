package dev.backstep.ui.network;

import dev.backstep.net.Cell;
import dev.backstep.net.Net;
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

  /** Forward the states go to the right; backward their gradients come back to the left, below. */
  void paint(int t) {
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
        double y = NetworkLayout.gradientY(net(), state);
        g.setStroke(colors.backward());
        g.setLineWidth(2.5);
        g.strokeLine(to, y, from + 2, y);
        new Brush(g).head(from, y, Brush.ARROW + 1.5, colors.backward());
      }
    }
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
    double y = NetworkLayout.stateY(net(), state);
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
