package dev.backstep.ui.control;

import dev.backstep.math.MatrixView;
import dev.backstep.trace.Quantity;
import dev.backstep.trace.Trace;
import javafx.geometry.Rectangle2D;

/** Where the parts of the unrolled network stand. */
record NetworkLayout(TimeAxis axis, Trace trace) {
  /** All rows together: target, three predictions, arrow, cell, arrow, character. */
  static final double HEIGHT = 176;

  static final double TARGET_Y = 8;
  static final double BARS_Y = 18;
  static final double BAR_PITCH = 14;
  static final double CELL_Y = 78;
  static final double CELL_HEIGHT = 42;
  static final double TILE_Y = 140;
  static final double TILE_HEIGHT = 26;
  private static final int PREDICTIONS = 3;

  Rectangle2D cell(int t) {
    return new Rectangle2D(axis.x(t), CELL_Y, axis.columnWidth(), CELL_HEIGHT);
  }

  Rectangle2D target(int t) {
    return new Rectangle2D(axis.x(t), 0, axis.columnWidth(), 2 * TARGET_Y);
  }

  /** All the bars of a cell. */
  Rectangle2D predictions(int t) {
    return new Rectangle2D(
        axis.x(t), BARS_Y - 2, axis.columnWidth(), mostProbable(t).length * BAR_PITCH);
  }

  Rectangle2D bar(int t, int rank) {
    return new Rectangle2D(axis.x(t), BARS_Y - 2 + rank * BAR_PITCH, axis.columnWidth(), BAR_PITCH);
  }

  Rectangle2D tile(int t) {
    double width = Math.min(30, axis.columnWidth());
    double x = Math.round(axis.x(t) + axis.columnWidth() / 2 - width / 2);
    return new Rectangle2D(x, TILE_Y, width, TILE_HEIGHT + 1);
  }

  /** What stands at a point; null if nothing does. */
  NetworkPart partAt(double x, double y) {
    int t = axis.timestepAt(x);
    if (t < 0 || t >= trace.length()) {
      return null;
    }
    if (cell(t).contains(x, y)) {
      return new NetworkPart(NetworkPart.Kind.CELL, t, -1);
    }
    if (tile(t).contains(x, y)) {
      return new NetworkPart(NetworkPart.Kind.LETTER, t, trace.input(t));
    }
    if (predictions(t).contains(x, y)) {
      int rank = (int) ((y - predictions(t).getMinY()) / BAR_PITCH);
      return new NetworkPart(NetworkPart.Kind.PREDICTION, t, mostProbable(t)[rank]);
    }
    return null;
  }

  /** The ids of the largest probabilities of a cell, largest first. */
  int[] mostProbable(int t) {
    MatrixView o = trace.values(Quantity.O);
    int[] best = new int[Math.min(PREDICTIONS, o.cols())];
    int count = 0;
    for (int id = 0; id < o.cols(); id++) {
      int rank = count;
      while (rank > 0 && o.get(t, id) > o.get(t, best[rank - 1])) {
        rank--;
      }
      if (rank < best.length) {
        count = Math.min(count + 1, best.length);
        System.arraycopy(best, rank, best, rank + 1, count - rank - 1);
        best[rank] = id;
      }
    }
    return best;
  }
}
