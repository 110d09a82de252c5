package dev.backstep.math;

/**
 * The rank-one matrix {@code leftᵀ·right} of two row vectors, seen and never stored: entry {@code
 * (i, j) = left[i]·right[j]}. The weight gradient of one backward cell is such a matrix; kept for
 * every timestep it would take T·H² doubles, its two vectors take 2·T·H.
 */
public record OuterProduct(double[] left, double[] right) implements MatrixView {
  @Override
  public int rows() {
    return left.length;
  }

  @Override
  public int cols() {
    return right.length;
  }

  @Override
  public double get(int row, int col) {
    return left[row] * right[col];
  }
}
