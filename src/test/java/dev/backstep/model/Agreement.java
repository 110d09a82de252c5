package dev.backstep.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.math.MatrixView;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Agreement with the golden numbers, and agreement bit for bit. */
public final class Agreement {
  /** Absolute; what doubles of two correct implementations differ by is about 1e-15. */
  public static final double TOLERANCE = 1e-12;

  private Agreement() {}

  /** The vector equals the one of the file. */
  public static void assertAgrees(double[] actual, ReferenceCase expected, String pointer) {
    assertThat(actual)
        .as("%s %s", expected.name(), pointer)
        .containsExactly(expected.vector(pointer), within(TOLERANCE));
  }

  /** The number equals the one of the file. */
  public static void assertAgrees(double actual, ReferenceCase expected, String pointer) {
    assertThat(actual)
        .as("%s %s", expected.name(), pointer)
        .isCloseTo(expected.number(pointer), within(TOLERANCE));
  }

  /** Both matrices hold the same bits. */
  public static void assertSameBits(MatrixView actual, MatrixView expected, String what) {
    assertThat(actual.rows()).as("rows of %s", what).isEqualTo(expected.rows());
    assertThat(bits(entries(actual))).as(what).containsExactly(bits(entries(expected)));
  }

  /** The bits of each number, so that 0 and −0 differ and NaN equals itself. */
  public static long[] bits(double[] values) {
    long[] bits = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      bits[i] = Double.doubleToRawLongBits(values[i]);
    }
    return bits;
  }

  /** All entries, row after row. */
  public static double[] entries(MatrixView matrix) {
    return IntStream.range(0, matrix.rows())
        .mapToObj(row -> row(matrix, row))
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  public static double[] row(MatrixView matrix, int row) {
    return IntStream.range(0, matrix.cols()).mapToDouble(col -> matrix.get(row, col)).toArray();
  }

  /** The Frobenius norm. */
  public static double norm(MatrixView matrix) {
    double sum = 0;
    for (double entry : entries(matrix)) {
      sum += entry * entry;
    }
    return Math.sqrt(sum);
  }
}
