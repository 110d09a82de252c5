package dev.backstep.math;

import org.ejml.data.DMatrixRMaj;

/**
 * The sums that the engine spends its time in. Each has one fixed order (terms one after the other,
 * multiply then add, no fused multiply-add, no reassociation), so that the result has the same bits
 * on every machine.
 *
 * <p>HotSpot vectorises a loop over separate arrays that share one index as long as it has no more
 * than six products. So a row times a matrix takes four rows of the matrix at a time; a matrix
 * times a matrix takes three of them for two rows of the result, which loads each once and needs
 * half the loops. Java adds from left to right: the products land on {@code y[j]} in the same order
 * as one at a time.
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
      double[] w0 = w.row(i);
      double[] w1 = w.row(i + 1);
      double[] w2 = w.row(i + 2);
      double[] w3 = w.row(i + 3);
      addFour(a[i], w0, a[i + 1], w1, a[i + 2], w2, a[i + 3], w3, y);
    }
    for (; i < n; i++) {
      addScaled(a[i], w.row(i), y);
    }
  }

  /**
   * {@code y[t][j] += Σᵢ a[s+t][i]·W[i][j]}, i ascending: {@link #addProduct} for every row t of y
   * from a given one on.
   *
   * @param a (at least s+T, n), not modified
   * @param shift s, how many rows of a come before the one that belongs to the first row of y
   * @param w (n, m), not modified
   * @param y (T, m), modified
   * @param from the first row of y that is modified
   */
  public static void addProducts(Rows a, int shift, Rows w, Rows y, int from) {
    int rows = y.rows();
    int t = from;
    for (; t + 1 < rows; t += 2) {
      addTwoProducts(a.row(shift + t), a.row(shift + t + 1), w, y.row(t), y.row(t + 1));
    }
    if (t < rows) {
      addProduct(a.row(shift + t), w, y.row(t));
    }
  }

  private static void addTwoProducts(double[] a, double[] b, Rows w, double[] y, double[] z) {
    int n = w.rows();
    int i = 0;
    for (; i + 2 < n; i += 3) {
      double[] w0 = w.row(i);
      double[] w1 = w.row(i + 1);
      double[] w2 = w.row(i + 2);
      addThreeToTwo(a[i], a[i + 1], a[i + 2], b[i], b[i + 1], b[i + 2], w0, w1, w2, y, z);
    }
    if (i + 1 < n) {
      addTwoToTwo(a[i], a[i + 1], b[i], b[i + 1], w.row(i), w.row(i + 1), y, z);
    } else if (i < n) {
      addScaled(a[i], w.row(i), y);
      addScaled(b[i], w.row(i), z);
    }
  }

  /**
   * {@code sum += Σₜ left[t]ᵀ·right[t]} over {@code t = from … until−1}, t descending as the
   * backward pass visits the cells.
   *
   * @param left rows of n, not modified
   * @param right rows of m, not modified
   * @param sum (n, m), modified
   * @param scratch (2, m), modified
   */
  public static void addOuterProducts(
      double[][] left, double[][] right, int from, int until, DMatrixRMaj sum, Rows scratch) {
    int cols = sum.numCols;
    double[] y = scratch.row(0);
    double[] z = scratch.row(1);
    int i = 0;
    for (; i + 1 < sum.numRows; i += 2) {
      System.arraycopy(sum.data, i * cols, y, 0, cols);
      System.arraycopy(sum.data, (i + 1) * cols, z, 0, cols);
      addTwoColumns(left, i, right, from, until, y, z);
      System.arraycopy(y, 0, sum.data, i * cols, cols);
      System.arraycopy(z, 0, sum.data, (i + 1) * cols, cols);
    }
    if (i < sum.numRows) {
      System.arraycopy(sum.data, i * cols, y, 0, cols);
      for (int t = until - 1; t >= from; t--) {
        addScaled(left[t][i], right[t], y);
      }
      System.arraycopy(y, 0, sum.data, i * cols, cols);
    }
  }

  /** {@code y += Σₜ left[t][i]·right[t]} and {@code z += Σₜ left[t][i+1]·right[t]}. */
  private static void addTwoColumns(
      double[][] left, int i, double[][] right, int from, int until, double[] y, double[] z) {
    int t = until - 1;
    for (; t - 2 >= from; t -= 3) {
      double[] l0 = left[t];
      double[] l1 = left[t - 1];
      double[] l2 = left[t - 2];
      double[] r0 = right[t];
      double[] r1 = right[t - 1];
      double[] r2 = right[t - 2];
      addThreeToTwo(l0[i], l1[i], l2[i], l0[i + 1], l1[i + 1], l2[i + 1], r0, r1, r2, y, z);
    }
    if (t - 1 >= from) {
      double[] l0 = left[t];
      double[] l1 = left[t - 1];
      addTwoToTwo(l0[i], l1[i], l0[i + 1], l1[i + 1], right[t], right[t - 1], y, z);
    } else if (t >= from) {
      addScaled(left[t][i], right[t], y);
      addScaled(left[t][i + 1], right[t], z);
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

  /**
   * {@code Σᵢ a[i]²}: the entries i ≡ 0, 1, 2 and 3 (mod 4) each in a sum of their own, so that the
   * processor need not wait for one addition before the next; what is left of the last four goes to
   * the first sum.
   */
  public static double sumOfSquares(double[] a) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      sum0 += a[i] * a[i];
      sum1 += a[i + 1] * a[i + 1];
      sum2 += a[i + 2] * a[i + 2];
      sum3 += a[i + 3] * a[i + 3];
    }
    for (; i < a.length; i++) {
      sum0 += a[i] * a[i];
    }
    return sum0 + sum1 + sum2 + sum3;
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

  private static void addThreeToTwo(
      double a0,
      double a1,
      double a2,
      double b0,
      double b1,
      double b2,
      double[] w0,
      double[] w1,
      double[] w2,
      double[] y,
      double[] z) {
    for (int j = 0; j < y.length; j++) {
      y[j] = y[j] + a0 * w0[j] + a1 * w1[j] + a2 * w2[j];
      z[j] = z[j] + b0 * w0[j] + b1 * w1[j] + b2 * w2[j];
    }
  }

  private static void addTwoToTwo(
      double a0,
      double a1,
      double b0,
      double b1,
      double[] w0,
      double[] w1,
      double[] y,
      double[] z) {
    for (int j = 0; j < y.length; j++) {
      y[j] = y[j] + a0 * w0[j] + a1 * w1[j];
      z[j] = z[j] + b0 * w0[j] + b1 * w1[j];
    }
  }
}
