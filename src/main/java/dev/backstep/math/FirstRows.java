package dev.backstep.math;

/** The first rows of a matrix, so many. */
public record FirstRows(MatrixView matrix, int rows) implements MatrixView {
  @Override
  public int cols() {
    return matrix.cols();
  }

  @Override
  public double get(int row, int col) {
    return matrix.get(row, col);
  }
}
