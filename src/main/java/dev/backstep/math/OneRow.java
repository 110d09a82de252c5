package dev.backstep.math;

/**
 * The matrix {@code xᵀ·right} of a one-hot x and a row vector, seen and never stored: the vector in
 * the row of x, and exactly 0 in every other, also where the vector holds NaN or ∞.
 */
public record OneRow(int rows, int filled, double[] right) implements MatrixView {
  @Override
  public int cols() {
    return right.length;
  }

  @Override
  public double get(int row, int col) {
    return row == filled ? right[col] : 0;
  }
}
