package dev.backstep.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against numbers that NumPy 2.4.6 drew, on Linux with the C library of GNU. */
class NumPyRandomTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1791095845, 2006116153, 1104314680, 138279050, 448440779",
    "-1, 419326371, -1, -1, -1, 26093549"
  })
  void theBitsAreThoseOfNumPy(int seed, long first, long end, long twisted, long last, long all) {
    NumPyRandom random = new NumPyRandom(seed);
    long[] bits =
        IntStream.range(0, 2000).mapToLong(i -> random.nextBits() & 0xffffffffL).toArray();

    assertThat(bits[0]).isEqualTo(first);
    assertThat(LongFold.xor(bits)).isEqualTo(all);
    if (end >= 0) {
      assertThat(bits[623]).isEqualTo(end);
      assertThat(bits[624]).isEqualTo(twisted);
      assertThat(bits[1999]).isEqualTo(last);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0x1.18fe1565f12a8p-1, 0x1.6e2d4cf608733p-1, 0x03813062b227eef",
    "1, 0x1.ab07d0ffa3c06p-2, 0x1.70ce5f3baf051p-1, 0x0babcf61338ecce",
    "42, 0x1.7f8771e5f51ecp-2, 0x1.e6c4068bbd654p-1, 0x14514bfa8b7a564",
    "-1, 0x1.8fe69a3924820p-4, 0x1.d323d824032b1p-1, 0xe178c2e5386096"
  })
  void theDoublesAreThoseOfNumPy(int seed, String first, String second, String all) {
    NumPyRandom random = new NumPyRandom(seed);
    double[] drawn = DoubleStream.generate(random::nextDouble).limit(5000).toArray();

    assertThat(drawn[0]).isEqualTo(Double.parseDouble(first));
    assertThat(drawn[1]).isEqualTo(Double.parseDouble(second));
    assertThat(
            LongFold.xor(DoubleStream.of(drawn).mapToLong(Double::doubleToRawLongBits).toArray()))
        .isEqualTo(Long.decode(all));
  }

  @Test
  void theNormalNumbersAreThoseOfNumPyInPairsWithTheSecondOneKept() {
    NumPyRandom random = new NumPyRandom(1);

    assertThat(random.nextGaussian()).isEqualTo(0x1.9fd5190657c50p+0);
    assertThat(random.nextGaussian()).isEqualTo(-0x1.393822fb7d9adp-1);
    assertThat(random.nextGaussian()).isEqualTo(-0x1.0e6c872548fd2p-1);
    assertThat(random.nextGaussian()).isEqualTo(-0x1.12ae1255cb80cp+0);
  }

  /** The logarithm is another, so the last digit may differ, and nothing builds up. */
  @ParameterizedTest
  @CsvSource({
    "0, 0x1.a85a039f1414bp-2, -73.6302351289203",
    "1, 0x1.1ef982ba78fdap+1, 121.49394221231996",
    "42, -0x1.b235a770ceb3fp-1, 28.009650437863826",
    "-1, 0x1.49b49d98881bap-2, 95.90556323698658"
  })
  void fiveThousandNormalNumbersStayWithThoseOfNumPy(int seed, String last, double sum) {
    NumPyRandom random = new NumPyRandom(seed);
    double[] drawn = random.randn(50, 100).values();
    double expected = Double.parseDouble(last);

    assertThat(Math.abs(drawn[4999] - expected)).isLessThanOrEqualTo(2 * Math.ulp(expected));
    assertThat(Math.abs(DoubleStream.of(drawn).sum() - sum)).isLessThan(1e-11);
  }

  @Test
  void anArrayTakesTheNumbersOneAfterAnother() {
    NdArray drawn = new NumPyRandom(1).randn(2, 3);
    NumPyRandom again = new NumPyRandom(1);

    assertThat(drawn.shape()).containsExactly(2, 3);
    assertThat(drawn.values())
        .containsExactly(DoubleStream.generate(again::nextGaussian).limit(6).toArray());
  }

  /** All of many numbers in one. */
  private static final class LongFold {
    private LongFold() {}

    static long xor(long[] values) {
      long all = 0;
      for (long value : values) {
        all ^= value;
      }
      return all;
    }
  }
}
