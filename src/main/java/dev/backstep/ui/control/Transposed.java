package dev.backstep.ui.control;

import dev.backstep.math.MatrixView;

/** A matrix with rows and columns exchanged, seen and not copied. */
record Transposed(MatrixView matrix) implements MatrixView {
  @Override
  public int rows() {
    return matrix.cols();
  }

  @Override
  public int cols() {
    return matrix.rows();
  }

  @Override
  public double get(int row, int col) {
    return matrix.get(col, row);
  }
}
