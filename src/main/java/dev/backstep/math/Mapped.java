package dev.backstep.math;

import java.util.function.DoubleUnaryOperator;

/** A matrix with a function applied to every entry, seen and never stored. */
public record Mapped(MatrixView matrix, DoubleUnaryOperator function) implements MatrixView {
  @Override
  public int rows() {
    return matrix.rows();
  }

  @Override
  public int cols() {
    return matrix.cols();
  }

  @Override
  public double get(int row, int col) {
    return function.applyAsDouble(matrix.get(row, col));
  }
}
