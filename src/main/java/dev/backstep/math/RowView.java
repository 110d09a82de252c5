package dev.backstep.math;

/** One row of a matrix as a matrix of one row, seen and not copied. */
public record RowView(MatrixView matrix, int row) implements MatrixView {
  @Override
  public int rows() {
    return 1;
  }

  @Override
  public int cols() {
    return matrix.cols();
  }

  @Override
  public double get(int ignored, int col) {
    return matrix.get(row, col);
  }
}
