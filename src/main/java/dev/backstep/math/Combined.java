package dev.backstep.math;

import java.util.Locale;
import java.util.function.DoubleBinaryOperator;

/** A function of two matrices of one shape, entry by entry, seen and never stored. */
public record Combined(MatrixView left, MatrixView right, DoubleBinaryOperator function)
    implements MatrixView {
  /**
   * @throws IllegalArgumentException if the shapes differ
   */
  public Combined {
    if (left.rows() != right.rows() || left.cols() != right.cols()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "two matrices of one shape are needed, not (%d,%d) and (%d,%d)",
              left.rows(),
              left.cols(),
              right.rows(),
              right.cols()));
    }
  }

  /** {@code left − right}. */
  public static Combined difference(MatrixView left, MatrixView right) {
    return new Combined(left, right, (a, b) -> a - b);
  }

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
