package dev.backstep.math;

import java.util.function.DoubleBinaryOperator;

/** A function of two matrices of one shape, entry by entry, seen and never stored. */
public record Combined(MatrixView left, MatrixView right, DoubleBinaryOperator function)
    implements MatrixView {
  @Override
  public int rows() {
    return left.rows();
  }

  @Override
  public int cols() {
    return left.cols();
  }

  @Override
  public double get(int row, int col) {
    return function.applyAsDouble(left.get(row, col), right.get(row, col));
  }
}
