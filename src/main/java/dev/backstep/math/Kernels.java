package dev.backstep.math;

import org.ejml.data.DMatrixRMaj;

/**
 * The sums that the engine spends its time in. Each has one fixed order (terms one after the other,
 * multiply then add, no fused multiply-add, no reassociation), so that the result has the same bits
 * on every machine.
 *
 * <p>Four rows are taken at a time because HotSpot vectorises exactly that; Java adds from left to
 * right, so the four products land on {@code y[j]} in the same order as one at a time.
 */
public final class Kernels {
  private Kernels() {}

  /**
   * {@code y[j] += Σᵢ a[i]·W[i][j]}, i ascending: a row vector times a matrix, added.
   *
   * @param a (n), not modified
   * @param w (n, m), not modified
   * @param y (m), modified
   */
  public static void addProduct(double[] a, Rows w, double[] y) {
    int n = w.rows();
    int i = 0;
    for (; i + 3 < n; i += 4) {
      addFour(
          a[i],
          w.row(i),
          a[i + 1],
          w.row(i + 1),
          a[i + 2],
          w.row(i + 2),
          a[i + 3],
          w.row(i + 3),
          y);
    }
    for (; i < n; i++) {
      addScaled(a[i], w.row(i), y);
    }
  }

  /**
   * {@code sum += Σₜ left[t]ᵀ·right[t]} over {@code t = from … until−1}, t descending as the
   * backward pass visits the cells.
   *
   * @param left rows of n, not modified
   * @param right rows of m, not modified
   * @param sum (n, m), modified
   * @param scratch (m), modified
   */
  public static void addOuterProducts(
      double[][] left, double[][] right, int from, int until, DMatrixRMaj sum, double[] scratch) {
    int cols = sum.numCols;
    for (int i = 0; i < sum.numRows; i++) {
      System.arraycopy(sum.data, i * cols, scratch, 0, cols);
      int t = until - 1;
      for (; t - 3 >= from; t -= 4) {
        addFour(
            left[t][i],
            right[t],
            left[t - 1][i],
            right[t - 1],
            left[t - 2][i],
            right[t - 2],
            left[t - 3][i],
            right[t - 3],
            scratch);
      }
      for (; t >= from; t--) {
        addScaled(left[t][i], right[t], scratch);
      }
      System.arraycopy(scratch, 0, sum.data, i * cols, cols);
    }
  }

  /** {@code y[j] += a·w[j]}. */
  public static void addScaled(double a, double[] w, double[] y) {
    for (int j = 0; j < y.length; j++) {
      y[j] += a * w[j];
    }
  }

  /** {@code Σⱼ a[j]·b[j]}, j ascending. */
  public static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  /** {@code y[j] += w[j]}. */
  public static void add(double[] w, double[] y) {
    for (int j = 0; j < y.length; j++) {
      y[j] += w[j];
    }
  }

  private static void addFour(
      double a0,
      double[] w0,
      double a1,
      double[] w1,
      double a2,
      double[] w2,
      double a3,
      double[] w3,
      double[] y) {
    for (int j = 0; j < y.length; j++) {
      y[j] = y[j] + a0 * w0[j] + a1 * w1[j] + a2 * w2[j] + a3 * w3[j];
    }
  }
}
