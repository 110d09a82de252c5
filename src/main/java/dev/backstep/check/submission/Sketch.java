package dev.backstep.check.submission;

import dev.backstep.math.Kernels;

/**
 * A gradient that was supplied, seen from one direction: {@code uᵀ·dW}, which costs a small part of
 * dW. Where that differs, so does dW, by no less.
 */
public final class Sketch {
  private final SuppliedTotal total;
  private final double[] direction;
  private final double[] seen;
  private final double length;

  /**
   * @param rows how many rows dW has
   */
  public Sketch(SuppliedTotal total, int rows) {
    this.total = total;
    direction = direction(rows);
    seen = new double[total.entries().length / rows];
    for (int i = 0; i < total.entries().length; i++) {
      seen[i % seen.length] += direction[i / seen.length] * total.entries()[i];
    }
    length = norm(total.entries());
  }

  /** Signs in no order: no fault is orthogonal to them but by a chance that does not happen. */
  private static double[] direction(int rows) {
    double[] signs = new double[rows];
    long state = 0x9E3779B97F4A7C15L;
    for (int i = 0; i < rows; i++) {
      state ^= state << 13;
      state ^= state >>> 7;
      state ^= state << 17;
      signs[i] = (state & 1) == 0 ? 1 : -1;
    }
    return signs;
  }

  /** The gradient. */
  public SuppliedTotal total() {
    return total;
  }

  /** u, as long as dW has rows; not to be modified. */
  public double[] direction() {
    return direction;
  }

  /** By how much dW is at least another than one of which the same is seen. */
  public double distance(double[] other) {
    double sum = 0;
    for (int j = 0; j < seen.length; j++) {
      double difference = seen[j] - other[j];
      sum += difference * difference;
    }
    return Math.sqrt(sum / direction.length);
  }

  /** By how much dW is at least another than one with such a row. */
  public double distance(int row, double[] other) {
    double sum = 0;
    for (int j = 0; j < other.length; j++) {
      double difference = total.entries()[row * other.length + j] - other[j];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  /** How long dW is. */
  public double length() {
    return length;
  }

  private static double norm(double[] values) {
    return Math.sqrt(Kernels.sumOfSquares(values));
  }
}
