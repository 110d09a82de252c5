package dev.backstep.ui.network;

import dev.backstep.net.Head;
import dev.backstep.trace.Trace;
import dev.backstep.ui.time.TimeAxis;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of the unrolled network stand, in the units of its drawing: by {@code scale}
 * smaller than the axis has it.
 */
record NetworkLayout(TimeAxis axis, double scale, Trace trace, boolean isStrip) {
  private static final int PREDICTIONS = 3;

  NetworkSizes sizes() {
    return new NetworkSizes(trace.net(), isStrip);
  }

  /** The left edge of column t. */
  double x(int t) {
    return axis.x(t) / scale;
  }

  double columnWidth() {
    return axis.columnWidth() / scale;
  }

  Rectangle2D cell(int t) {
    return new Rectangle2D(x(t), sizes().cellY(), columnWidth(), sizes().cellHeight());
  }

  Rectangle2D target(int t) {
    return new Rectangle2D(x(t), 0, columnWidth(), 2 * NetworkSizes.TARGET_Y);
  }

  /** All the bars of a cell; of a strip, which has none, what it says in their place. */
  Rectangle2D predictions(int t) {
    return isStrip ? target(t) : bars(t, 0, Math.min(PREDICTIONS, trace.values(Head.O).cols()));
  }

  Rectangle2D bar(int t, int rank) {
    return isStrip ? target(t) : bars(t, rank, 1);
  }

  private Rectangle2D bars(int t, int rank, int count) {
    double y = NetworkSizes.BARS_Y - 2 + rank * NetworkSizes.BAR_PITCH;
    return new Rectangle2D(x(t) - 4, y, columnWidth() + 8, count * NetworkSizes.BAR_PITCH);
  }

  /** Its width and height are odd, as its outline runs through the middle of pixels. */
  Rectangle2D tile(int t) {
    double width = Math.min(30, columnWidth() - 1);
    double x = Math.round(x(t) + columnWidth() / 2 - width / 2);
    return new Rectangle2D(x, sizes().tileY(), width + 1, sizes().tileHeight() + 1);
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
    if (isStrip) {
      return null;
    }
    int[] shown = mostProbable(t);
    int rank = (int) Math.floor((y - predictions(t).getMinY()) / NetworkSizes.BAR_PITCH);
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
