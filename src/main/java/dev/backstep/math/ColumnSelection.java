package dev.backstep.math;

/** Some columns of a matrix, in an order of their own. */
public record ColumnSelection(MatrixView matrix, int[] columns) implements MatrixView {
  @Override
  public int rows() {
    return matrix.rows();
  }

  @Override
  public int cols() {
    return columns.length;
  }

  @Override
  public double get(int row, int col) {
    return matrix.get(row, columns[col]);
  }
}
