package dev.backstep.math;

import static dev.backstep.model.Agreement.bits;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernels against the plain loops, one term at a time, bit for bit. */
class KernelsTest {
  private static final int[] WIDTHS = {1, 2, 3, 4, 5, 16, 27, 65};

  private final SeededRandom random = new SeededRandom(7);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 27, 128})
  void aRowTimesAMatrixHasTheBitsOfThePlainLoop(int n) {
    for (int m : WIDTHS) {
      double[] a = vector(n);
      Rows w = rows(n, m);
      double[] actual = vector(m);
      double[] expected = actual.clone();

      Kernels.addProduct(a, w, actual);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < m; j++) {
          expected[j] += a[i] * w.get(i, j);
        }
      }

      assertThat(bits(actual)).as("(%d,%d)", n, m).containsExactly(bits(expected));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 27, 128})
  void aMatrixTimesAMatrixHasTheBitsOfItsRows(int n) {
    for (int m : WIDTHS) {
      for (int from = 0; from < 5; from++) {
        assertProducts(n, m, from);
      }
    }
  }

  /** Row t of the result is that of row t + 1 on the left, as H is one row behind the states. */
  private void assertProducts(int n, int m, int from) {
    Rows a = rows(6, n);
    Rows w = rows(n, m);
    Rows actual = rows(5, m);
    Rows expected = Rows.copyOf(actual);

    Kernels.addProducts(a, 1, w, actual, from);
    for (int t = from; t < 5; t++) {
      Kernels.addProduct(a.row(t + 1), w, expected.row(t));
    }

    for (int t = 0; t < 5; t++) {
      assertThat(bits(actual.row(t))).as("(%d,%d)", n, m).containsExactly(bits(expected.row(t)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 27, 128})
  void theSumOfSquaresAddsEveryFourthApart(int n) {
    double[] a = vector(n);
    double[] sums = new double[4];
    for (int i = 0; i < n; i++) {
      sums[i < n / 4 * 4 ? i % 4 : 0] += a[i] * a[i];
    }
    assertThat(Kernels.sumOfSquares(a)).isEqualTo(sums[0] + sums[1] + sums[2] + sums[3]);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 27, 128})
  void theSumOfOuterProductsHasTheBitsOfAddingOneCellAfterTheOther(int cells) {
    for (int m : WIDTHS) {
      for (int from = 0; from <= Math.min(cells, 2); from++) {
        assertOuterProducts(from, cells, 1 + m % 6, m);
      }
    }
  }

  /** Each row of the left belongs to the same row of the right. */
  private void assertOuterProducts(int from, int until, int n, int m) {
    double[][] left = vectors(until, n);
    double[][] right = vectors(until, m);
    DMatrixRMaj actual = new DMatrixRMaj(n, m, true, vector(n * m));
    DMatrixRMaj expected = actual.copy();

    Kernels.addOuterProducts(left, right, from, until, actual, new Rows(3, m));
    for (int t = until - 1; t >= from; t--) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < m; j++) {
          expected.data[i * m + j] += left[t][i] * right[t][j];
        }
      }
    }

    assertThat(bits(actual.data))
        .as("cells %d to %d, (%d,%d)", from, until, n, m)
        .containsExactly(bits(expected.data));
  }

  @Test
  void theOrderOfTheTermsShowsInTheBitsSoThatTheseTestsCanFail() {
    double[] a = vector(27);
    Rows w = rows(27, 16);
    double[] ascending = new double[16];
    Kernels.addProduct(a, w, ascending);
    double[] descending = new double[16];
    for (int i = 26; i >= 0; i--) {
      Kernels.addScaled(a[i], w.row(i), descending);
    }

    assertThat(bits(ascending)).isNotEqualTo(bits(descending));
  }

  @Test
  void theSmallKernelsAreWhatTheirFormulasSay() {
    double[] y = {1, 2, 3};
    Kernels.add(new double[] {10, 20, 30}, y);
    assertThat(y).containsExactly(11, 22, 33);

    Kernels.addScaled(-2, new double[] {1, 0, 4}, y);
    assertThat(y).containsExactly(9, 22, 25);

    assertThat(Kernels.dot(new double[] {1, 2, 3}, new double[] {4, -5, 6})).isEqualTo(12);
    assertThat(Kernels.dot(new double[0], new double[0])).isZero();
  }

  @Test
  void whatIsOnlyReadIsNotModified() {
    double[] a = vector(9);
    double[] before = a.clone();
    Rows w = rows(9, 5);
    Rows kept = Rows.copyOf(w);
    double[][] rows = IntStream.range(0, 9).mapToObj(w::row).toArray(double[][]::new);

    Kernels.addProduct(a, w, new double[5]);
    Kernels.addOuterProducts(rows, rows, 0, 9, new DMatrixRMaj(5, 5), new Rows(3, 5));

    assertThat(a).containsExactly(before);
    for (int i = 0; i < 9; i++) {
      assertThat(w.row(i)).containsExactly(kept.row(i));
    }
  }

  private Rows rows(int n, int m) {
    Rows rows = new Rows(n, m);
    for (int i = 0; i < n; i++) {
      System.arraycopy(vector(m), 0, rows.row(i), 0, m);
    }
    return rows;
  }

  private double[][] vectors(int n, int m) {
    return IntStream.range(0, n).mapToObj(i -> vector(m)).toArray(double[][]::new);
  }

  /** Numbers of many magnitudes, so that another order of the terms rounds differently. */
  private double[] vector(int n) {
    double[] vector = new double[n];
    for (int i = 0; i < n; i++) {
      vector[i] = random.nextGaussian() * Math.scalb(1.0, random.nextInt(20) - 10);
    }
    return vector;
  }
}
