package dev.backstep.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;

/** Sums, products and quotients of two doubles each, against decimal arithmetic. */
class DoubleDoubleTest {
  private static final MathContext DIGITS = new MathContext(60);
  private static final BigDecimal TOLERANCE = new BigDecimal("1e-30");

  private final SeededRandom random = new SeededRandom(3);

  @Test
  void sumsProductsAndQuotientsAreRightToThirtyDigits() {
    for (int i = 0; i < 500; i++) {
      assertAgrees(DoubleDouble::plus, BigDecimal::add);
      assertAgrees(DoubleDouble::times, BigDecimal::multiply);
      assertAgrees(DoubleDouble::over, (a, b) -> a.divide(b, DIGITS));
    }
  }

  @Test
  void aDifferenceOfNearlyEqualNumbersKeepsWhatIsLeft() {
    DoubleDouble one = new DoubleDouble(1, 1e-25);
    DoubleDouble difference = one.minus(DoubleDouble.ONE);
    assertThat(difference).isEqualTo(new DoubleDouble(1e-25, 0));
  }

  private void assertAgrees(
      BinaryOperator<DoubleDouble> operation, BinaryOperator<BigDecimal> exact) {
    DoubleDouble a = draw();
    DoubleDouble b = draw();
    BigDecimal expected = exact.apply(decimal(a), decimal(b));
    BigDecimal error = decimal(operation.apply(a, b)).subtract(expected).abs();
    assertThat(error.divide(expected, DIGITS)).isLessThan(TOLERANCE);
  }

  private DoubleDouble draw() {
    double high = 0.5 + random.nextDouble();
    return new DoubleDouble(high, Math.ulp(high) * (random.nextDouble() - 0.5));
  }

  private static BigDecimal decimal(DoubleDouble number) {
    return new BigDecimal(number.high()).add(new BigDecimal(number.low()));
  }
}
