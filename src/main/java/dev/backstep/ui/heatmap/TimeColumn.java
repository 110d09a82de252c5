package dev.backstep.ui.heatmap;

import dev.backstep.math.MatrixView;
import dev.backstep.trace.links.Block;
import dev.backstep.ui.paint.Fold;
import dev.backstep.ui.paint.PixelBoard;
import dev.backstep.ui.paint.PixelBox;
import dev.backstep.ui.paint.Shading;

/**
 * One column of a heatmap over time, in device pixels: where its squares stand, and how they are
 * painted.
 */
record TimeColumn(MatrixView matrix, int timestep, Fold fold, int x0, int x1, int height) {
  /** Where a unit is drawn. */
  PixelBox box(int unit) {
    return fold.isStripes() ? stripes(unit, unit + 1) : fold.box(unit, x0, x1, height);
  }

  /** Where units next to one another are drawn; where there are several rows, all of each. */
  PixelBox box(Block block) {
    return fold.isStripes()
        ? stripes(block.fromCol(), block.untilCol())
        : fold.box(block.fromCol(), block.untilCol(), x0, x1, height);
  }

  private PixelBox stripes(int from, int until) {
    return new PixelBox(
        x0,
        PixelBoard.edge(from, matrix.cols(), height),
        x1,
        PixelBoard.edge(until, matrix.cols(), height));
  }

  /**
   * @param line the width of what is seen between two squares
   */
  void paint(PixelBoard board, int line, Shading shading) {
    if (fold.isStripes()) {
      board.column(x0, x1, matrix.cols(), unit -> matrix.get(timestep, unit), shading);
    } else {
      board.grid(x0, x1, fold, line, unit -> matrix.get(timestep, unit), shading);
    }
  }

  /**
   * The unit whose colour a pixel has; −1 if there is none. Where a pixel holds several it is the
   * one that is drawn. The gap right of a column belongs to it.
   *
   * @param isSeen whether the values are to be seen; else it is not said which is the largest
   */
  int unitAt(double x, double y, boolean isSeen) {
    if (!fold.isStripes()) {
      double within = Math.max(0, Math.min(x1 - x0 - 1, x - x0));
      return fold.unitAt(within, y, x1 - x0, height);
    }
    return isSeen
        ? PixelBoard.shownAt(y, matrix.cols(), height, unit -> matrix.get(timestep, unit))
        : PixelBoard.cellAt(y, matrix.cols(), height);
  }
}
