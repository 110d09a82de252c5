package dev.backstep.math;

/** The rows of a matrix from one row on, seen and not copied. */
public record RowsFrom(Rows all, int first) implements MatrixView {
  @Override
  public int rows() {
    return all.rows() - first;
  }

  @Override
  public int cols() {
    return all.cols();
  }

  @Override
  public double get(int row, int col) {
    return all.get(row + first, col);
  }
}
