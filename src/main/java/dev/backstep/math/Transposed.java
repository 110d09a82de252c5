package dev.backstep.math;

/** A matrix with rows and columns exchanged, seen and never stored. */
public record Transposed(MatrixView matrix) implements MatrixView {
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

  @Override
  public double maxAbs() {
    return matrix.maxAbs();
  }
}
