package dev.backstep.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** exp and tanh against sums of 50 digits, and against {@link StrictMath} where it is exact. */
class ElementaryTest {
  private static final int POINTS = 1500;
  private static final MathContext DIGITS = new MathContext(50);
  private static final BigDecimal SMALL = new BigDecimal("0.01");
  private static final int TERMS = 22;

  private final SeededRandom random = new SeededRandom(11);

  @ParameterizedTest
  @CsvSource({"-0.02, 0.02", "-1, 1", "-30, 30", "-708, 708"})
  void expIsWithinSixTenthsOfAUnitInTheLastPlace(double from, double until) {
    assertWithin(0.6, from, until, Elementary::exp, ElementaryTest::exp);
  }

  /** Where the result has fewer digits, it is rounded once more. */
  @Test
  void expIsWithinAUnitInTheLastPlaceWhereItIsDenormal() {
    assertWithin(1.1, -745, -708, Elementary::exp, ElementaryTest::exp);
  }

  @ParameterizedTest
  @CsvSource({"-1e-8, 1e-8", "-0.016, 0.016", "0.015, 0.05", "-0.6, 0.6", "-3, 3", "3, 21"})
  void tanhIsWithinOneAndAHalfUnitsInTheLastPlace(double from, double until) {
    assertWithin(1.5, from, until, Elementary::tanh, ElementaryTest::tanh);
  }

  /** Half of what lies between two entries of the table, where the nearest changes. */
  @Test
  void tanhDoesNotJumpWhereTheNearestEntryOfTheTableChanges() {
    for (int i = 0; i < 20 * 32; i++) {
      double middle = (i + 0.5) / 32;
      for (double x : new double[] {Math.nextDown(middle), middle, Math.nextUp(middle)}) {
        assertWithin(1.5, x, Elementary.tanh(x), tanh(new BigDecimal(x)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0.0,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Double.MIN_VALUE,
        709.782712893384,
        709.7827128933841,
        -745.1332191019411,
        -745.1332191019412,
        -746,
        708,
        -708,
        1e-300
      })
  void specialValuesAreThoseOfStrictMath(double x) {
    assertThat(Elementary.exp(x)).isCloseTo(StrictMath.exp(x), within(Math.ulp(StrictMath.exp(x))));
    assertThat(Elementary.exp(x) == 0).isEqualTo(StrictMath.exp(x) == 0);
    assertThat(Elementary.tanh(x)).isEqualTo(StrictMath.tanh(x));
    assertThat(Elementary.tanh(-x)).isEqualTo(-StrictMath.tanh(x));
  }

  @Test
  void whatIsNoNumberStaysNone() {
    assertThat(Elementary.exp(Double.NaN)).isNaN();
    assertThat(Elementary.tanh(Double.NaN)).isNaN();
  }

  @Test
  void expOfZeroIsOneAndTanhKeepsTheSignOfZero() {
    assertThat(Elementary.exp(0.0)).isEqualTo(1);
    assertThat(Elementary.exp(-0.0)).isEqualTo(1);
    assertThat(1 / Elementary.tanh(-0.0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(1 / Elementary.tanh(0.0)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void tanhIsOddAndNeverAboveOne() {
    for (int i = 0; i < POINTS; i++) {
      double x = 25 * random.nextDouble();
      assertThat(Elementary.tanh(-x)).isEqualTo(-Elementary.tanh(x));
      assertThat(Elementary.tanh(x)).isLessThanOrEqualTo(1);
    }
  }

  private void assertWithin(
      double ulps,
      double from,
      double until,
      DoubleUnaryOperator function,
      UnaryOperator<BigDecimal> truth) {
    for (int i = 0; i < POINTS; i++) {
      double x = from + (until - from) * random.nextDouble();
      assertWithin(ulps, x, function.applyAsDouble(x), truth.apply(new BigDecimal(x)));
    }
  }

  private static void assertWithin(double ulps, double x, double actual, BigDecimal expected) {
    BigDecimal unit = new BigDecimal(Math.ulp(expected.doubleValue()));
    BigDecimal error = new BigDecimal(actual).subtract(expected).abs();
    assertThat(error.divide(unit, DIGITS).doubleValue()).as("at %s", x).isLessThan(ulps);
  }

  /** The series at x halved until it is small, then squared as often. */
  private static BigDecimal exp(BigDecimal x) {
    BigDecimal part = x;
    int halved = 0;
    for (; part.abs().compareTo(SMALL) > 0; halved++) {
      part = part.divide(BigDecimal.valueOf(2), DIGITS);
    }
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int n = 1; n < TERMS; n++) {
      term = term.multiply(part, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    for (int i = 0; i < halved; i++) {
      sum = sum.multiply(sum, DIGITS);
    }
    return sum;
  }

  private static BigDecimal tanh(BigDecimal x) {
    BigDecimal squared = exp(x.multiply(BigDecimal.valueOf(2)));
    return squared.subtract(BigDecimal.ONE).divide(squared.add(BigDecimal.ONE), DIGITS);
  }
}
