package dev.backstep.fault.evidence;

import dev.backstep.math.MatrixView;
import dev.backstep.model.GradientCheck;

/**
 * How much something differs from what it should be.
 *
 * @param error {@code ‖a−b‖ / (‖a‖+‖b‖)}, as {@link GradientCheck#error} measures: 0 where {@code
 *     ‖a−b‖} is at most {@link GradientCheck#FLOOR}, NaN where an entry is
 * @param isExact whether all entries are equal to the last digit
 */
public record Difference(double error, boolean isExact) {
  /** Between two matrices of one shape. */
  public static Difference between(MatrixView right, MatrixView other) {
    return between(entries(right), entries(other));
  }

  /** Between equally many entries. */
  public static Difference between(double[] expected, double[] actual) {
    return new Difference(GradientCheck.error(expected, actual), areEqual(expected, actual));
  }

  private static double[] entries(MatrixView matrix) {
    int cols = matrix.cols();
    double[] entries = new double[matrix.rows() * cols];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = matrix.get(i / cols, i % cols);
    }
    return entries;
  }

  /** 0 and −0 are equal: adding either comes to the same. */
  private static boolean areEqual(double[] expected, double[] actual) {
    for (int i = 0; i < expected.length; i++) {
      boolean areBothNaN = Double.isNaN(expected[i]) && Double.isNaN(actual[i]);
      if (expected[i] != actual[i] && !areBothNaN) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is beyond a tolerance for the error; NaN is beyond any. */
  public boolean exceeds(double tolerance) {
    return !isExact && !(error <= tolerance);
  }
}
