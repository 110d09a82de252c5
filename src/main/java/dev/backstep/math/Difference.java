package dev.backstep.math;

/** The matrix {@code left − right} of two matrices of one shape, seen and never stored. */
public record Difference(MatrixView left, MatrixView right) implements MatrixView {
  /**
   * @throws IllegalArgumentException if the shapes differ
   */
  public Difference {
    if (left.rows() != right.rows() || left.cols() != right.cols()) {
      throw new IllegalArgumentException(
          "a difference needs two matrices of one shape, not (%d,%d) and (%d,%d)"
              .formatted(left.rows(), left.cols(), right.rows(), right.cols()));
    }
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
    return left.get(row, col) - right.get(row, col);
  }
}
