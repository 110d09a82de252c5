package dev.backstep.math;

import org.ejml.data.DMatrixRMaj;

/**
 * The sums that the engine spends its time in. Each has one fixed order (terms one after the other,
 * multiply then add, no fused multiply-add, no reassociation), so that the result has the same bits
 * on every machine.
 *
 * <p>HotSpot vectorises a loop over separate arrays that share one index as long as it has no more
 * than six products, and loads an entry again after each store unless it is kept in a variable. So
 * a row times a matrix takes five rows of the matrix at a time, which spares loads and stores of
 * the result; a matrix times a matrix takes two of them for three rows of the result. Java adds
 * from left to right: the products land on {@code y[j]} in the same order as one at a time.
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
    for (; i + 4 < n; i += 5) {
      double[] w0 = w.row(i);
      double[] w1 = w.row(i + 1);
      double[] w2 = w.row(i + 2);
      double[] w3 = w.row(i + 3);
      double[] w4 = w.row(i + 4);
      addFive(a[i], w0, a[i + 1], w1, a[i + 2], w2, a[i + 3], w3, a[i + 4], w4, y);
    }
    for (; i + 1 < n; i += 2) {
      addTwo(a[i], w.row(i), a[i + 1], w.row(i + 1), y);
    }
    if (i < n) {
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
    for (; t + 2 < rows; t += 3) {
      addThreeProducts(a, shift + t, w, y.row(t), y.row(t + 1), y.row(t + 2));
    }
    for (; t < rows; t++) {
      addProduct(a.row(shift + t), w, y.row(t));
    }
  }

  private static void addThreeProducts(
      Rows a, int first, Rows w, double[] x, double[] y, double[] z) {
    double[] a0 = a.row(first);
    double[] a1 = a.row(first + 1);
    double[] a2 = a.row(first + 2);
    int n = w.rows();
    int i = 0;
    for (; i + 1 < n; i += 2) {
      double[] w0 = w.row(i);
      double[] w1 = w.row(i + 1);
      addTwoToThree(a0[i], a0[i + 1], a1[i], a1[i + 1], a2[i], a2[i + 1], w0, w1, x, y, z);
    }
    if (i < n) {
      addOneToThree(a0[i], a1[i], a2[i], w.row(i), x, y, z);
    }
  }

  /**
   * {@code sum += Σₜ left[t]ᵀ·right[t]} over {@code t = from … until−1}, t descending as the
   * backward pass visits the cells.
   *
   * @param left rows of n, not modified
   * @param right rows of m, not modified
   * @param sum (n, m), modified
   * @param scratch (3, m), modified
   */
  public static void addOuterProducts(
      double[][] left, double[][] right, int from, int until, DMatrixRMaj sum, Rows scratch) {
    int cols = sum.numCols;
    double[] x = scratch.row(0);
    double[] y = scratch.row(1);
    double[] z = scratch.row(2);
    int i = 0;
    for (; i + 2 < sum.numRows; i += 3) {
      System.arraycopy(sum.data, i * cols, x, 0, cols);
      System.arraycopy(sum.data, (i + 1) * cols, y, 0, cols);
      System.arraycopy(sum.data, (i + 2) * cols, z, 0, cols);
      addThreeColumns(left, i, right, from, until, x, y, z);
      System.arraycopy(x, 0, sum.data, i * cols, cols);
      System.arraycopy(y, 0, sum.data, (i + 1) * cols, cols);
      System.arraycopy(z, 0, sum.data, (i + 2) * cols, cols);
    }
    for (; i < sum.numRows; i++) {
      System.arraycopy(sum.data, i * cols, y, 0, cols);
      addColumn(left, i, right, from, until, y);
      System.arraycopy(y, 0, sum.data, i * cols, cols);
    }
  }

  /** {@code x += Σₜ left[t][i]·right[t]}, and the same with i + 1 to y and with i + 2 to z. */
  private static void addThreeColumns(
      double[][] left,
      int i,
      double[][] right,
      int from,
      int until,
      double[] x,
      double[] y,
      double[] z) {
    int t = until - 1;
    for (; t - 1 >= from; t -= 2) {
      double[] l = left[t];
      double[] k = left[t - 1];
      double[] r = right[t];
      double[] q = right[t - 1];
      addTwoToThree(l[i], k[i], l[i + 1], k[i + 1], l[i + 2], k[i + 2], r, q, x, y, z);
    }
    if (t >= from) {
      double[] l = left[t];
      addOneToThree(l[i], l[i + 1], l[i + 2], right[t], x, y, z);
    }
  }

  /** {@code y += Σₜ left[t][i]·right[t]}. */
  private static void addColumn(
      double[][] left, int i, double[][] right, int from, int until, double[] y) {
    int t = until - 1;
    for (; t - 1 >= from; t -= 2) {
      addTwo(left[t][i], right[t], left[t - 1][i], right[t - 1], y);
    }
    if (t >= from) {
      addScaled(left[t][i], right[t], y);
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

  private static void addFive(
      double a0,
      double[] w0,
      double a1,
      double[] w1,
      double a2,
      double[] w2,
      double a3,
      double[] w3,
      double a4,
      double[] w4,
      double[] y) {
    for (int j = 0; j < y.length; j++) {
      y[j] = y[j] + a0 * w0[j] + a1 * w1[j] + a2 * w2[j] + a3 * w3[j] + a4 * w4[j];
    }
  }

  private static void addTwo(double a0, double[] w0, double a1, double[] w1, double[] y) {
    for (int j = 0; j < y.length; j++) {
      y[j] = y[j] + a0 * w0[j] + a1 * w1[j];
    }
  }

  private static void addTwoToThree(
      double a0,
      double a1,
      double b0,
      double b1,
      double c0,
      double c1,
      double[] w0,
      double[] w1,
      double[] x,
      double[] y,
      double[] z) {
    for (int j = 0; j < y.length; j++) {
      double u = w0[j];
      double v = w1[j];
      x[j] = x[j] + a0 * u + a1 * v;
      y[j] = y[j] + b0 * u + b1 * v;
      z[j] = z[j] + c0 * u + c1 * v;
    }
  }

  private static void addOneToThree(
      double a, double b, double c, double[] w, double[] x, double[] y, double[] z) {
    for (int j = 0; j < y.length; j++) {
      double u = w[j];
      x[j] += a * u;
      y[j] += b * u;
      z[j] += c * u;
    }
  }
}
