package dev.backstep.ui.network;

import dev.backstep.net.Head;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import dev.backstep.ui.time.TimeAxis;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of the unrolled network stand, in the units of its drawing: by {@code scale}
 * smaller than the axis has it.
 */
record NetworkLayout(TimeAxis axis, double scale, Trace trace) {
  /** All rows of a net with one state: target, three predictions, arrow, cell, arrow, character. */
  private static final double HEIGHT = 176;

  /** The height of each line of text below the characters. */
  static final double LINE = 13;

  /** The number of lines on a gate's openness. */
  static final int LINES = 3;

  static final double TARGET_Y = 8;
  static final double BARS_Y = 18;
  static final double BAR_PITCH = 14;
  static final double CELL_Y = 78;
  private static final double CELL_HEIGHT = 42;
  private static final double TILE_Y = 140;

  /** The height that a second state adds to a cell. */
  private static final double MORE = 28;

  static final double TILE_HEIGHT = 26;
  private static final int PREDICTIONS = 3;

  /** The height of all rows of a net, and what is said of a gate. */
  static double height(Net net, boolean saysOpenness) {
    boolean isSaid = saysOpenness && net.gating().keeping().isPresent();
    return HEIGHT + more(net) + (isSaid ? LINES * LINE : 0);
  }

  private static double more(Net net) {
    return MORE * (net.states().size() - 1);
  }

  static double cellHeight(Net net) {
    return CELL_HEIGHT + more(net);
  }

  double cellHeight() {
    return cellHeight(trace.net());
  }

  static double tileY(Net net) {
    return TILE_Y + more(net);
  }

  double tileY() {
    return tileY(trace.net());
  }

  /** The middle of the line of a state through the cells, the last state at the top. */
  static double middle(Net net, Vector state) {
    int count = net.states().size();
    double height = cellHeight(net) / count;
    return CELL_Y + (count - 1 - net.states().indexOf(state) + 0.5) * height;
  }

  /** Where a state goes forward. */
  static double stateY(Net net, Vector state) {
    return middle(net, state) - (net.states().size() == 1 ? 8 : 6);
  }

  /** Where its gradient comes back. */
  static double gradientY(Net net, Vector state) {
    return middle(net, state) + (net.states().size() == 1 ? 9 : 8);
  }

  /** The left edge of column t. */
  double x(int t) {
    return axis.x(t) / scale;
  }

  double columnWidth() {
    return axis.columnWidth() / scale;
  }

  Rectangle2D cell(int t) {
    return new Rectangle2D(x(t), CELL_Y, columnWidth(), cellHeight());
  }

  Rectangle2D target(int t) {
    return new Rectangle2D(x(t), 0, columnWidth(), 2 * TARGET_Y);
  }

  /** All the bars of a cell. */
  Rectangle2D predictions(int t) {
    return bars(t, 0, Math.min(PREDICTIONS, trace.values(Head.O).cols()));
  }

  Rectangle2D bar(int t, int rank) {
    return bars(t, rank, 1);
  }

  private Rectangle2D bars(int t, int rank, int count) {
    double y = BARS_Y - 2 + rank * BAR_PITCH;
    return new Rectangle2D(x(t) - 4, y, columnWidth() + 8, count * BAR_PITCH);
  }

  /** Its width and height are odd, as its outline runs through the middle of pixels. */
  Rectangle2D tile(int t) {
    double width = Math.min(30, columnWidth() - 1);
    double x = Math.round(x(t) + columnWidth() / 2 - width / 2);
    return new Rectangle2D(x, tileY(), width + 1, TILE_HEIGHT + 1);
  }

  /** The part at a point; null if there is none. */
  @Nullable NetworkPart partAt(double x, double y) {
    int t = axis.timestepAt(x * scale);
    if (t < 0 || t >= trace.length()) {
      return null;
    }
    if (cell(t).contains(x, y)) {
      return new NetworkPart(NetworkPart.Kind.CELL, t, -1);
    }
    if (tile(t).contains(x, y)) {
      return new NetworkPart(NetworkPart.Kind.LETTER, t, trace.input(t));
    }
    int[] shown = mostProbable(t);
    int rank = (int) Math.floor((y - predictions(t).getMinY()) / BAR_PITCH);
    if (rank >= 0 && rank < shown.length && x < predictions(t).getMaxX()) {
      return new NetworkPart(NetworkPart.Kind.PREDICTION, t, shown[rank]);
    }
    return null;
  }

  /** The ids of the largest probabilities of a cell, largest first. */
  int[] mostProbable(int t) {
    return Predictions.best(trace.values(Head.O), t, PREDICTIONS);
  }
}
