package dev.backstep.ui.heatmap;

import dev.backstep.math.MatrixView;
import dev.backstep.ui.paint.Fold;

/** One row of a matrix folded into a grid; NaN where the last row of the grid has ended. */
record FoldedColumn(MatrixView matrix, int row, Fold fold) implements MatrixView {
  @Override
  public int rows() {
    return fold.rows();
  }

  @Override
  public int cols() {
    return fold.columns();
  }

  @Override
  public double get(int down, int across) {
    int unit = fold.unitAt(across, down);
    return unit < 0 ? Double.NaN : matrix.get(row, unit);
  }
}
