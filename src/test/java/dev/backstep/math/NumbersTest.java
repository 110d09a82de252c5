package dev.backstep.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "-0.830458, −0.830458",
    "5, 5.00000",
    "0.1, 0.100000",
    "9.999999, 10.0000",
    "9.99999, 9.99999",
    "123456, 123456",
    "999999.4, 999999",
    "1e-4, 0.000100000",
    "-3e-7, −3.00000e−7",
    "1e-5, 1.00000e−5",
    "1234567, 1.23457e6",
    "1.7976931348623157e308, 1.79769e308",
    "4.9e-324, 4.94066e−324"
  })
  void sixDigitsAreWrittenWithATrueMinus(double value, String written) {
    assertThat(Numbers.six(value)).isEqualTo(written);
  }

  @Test
  void whatIsRoundedUpToAMillionIsWrittenAsAMillion() {
    assertThat(Numbers.six(999999.5)).isEqualTo("1.00000e6").isEqualTo(Numbers.six(1e6));
    assertThat(Numbers.six(-999999.5)).isEqualTo("−1.00000e6");
  }

  @Test
  void whatIsRoundedUpToTheSmallestPlainNumberIsWrittenLikeIt() {
    assertThat(Numbers.six(9.9999999e-5)).isEqualTo(Numbers.six(1e-4));
    assertThat(Numbers.three(9.999e-5)).isEqualTo("0.000100");
  }

  @ParameterizedTest
  @CsvSource({
    "-0.830458, −0.830",
    "9.999999, 10.0",
    "999.5, 1000",
    "12345, 12300",
    "999999.5, 1.00e6",
    "1e-5, 1.00e−5"
  })
  void threeDigitsAreEnoughForAxes(double value, String written) {
    assertThat(Numbers.three(value)).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0, -0.0})
  void zeroHasNoDigitsAndNoSign(double zero) {
    assertThat(Numbers.six(zero)).isEqualTo("0");
    assertThat(Numbers.three(zero)).isEqualTo("0");
    assertThat(Numbers.plain(zero)).isEqualTo("0");
  }

  @Test
  void whatIsNotFiniteIsNamed() {
    assertThat(Numbers.six(Double.NaN)).isEqualTo("NaN");
    assertThat(Numbers.six(Double.POSITIVE_INFINITY)).isEqualTo("∞");
    assertThat(Numbers.three(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
    assertThat(Numbers.full(Double.NaN)).isEqualTo("NaN");
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "5, 5",
    "0.002, 0.002",
    "1000, 1000",
    "1e-5, 0.00001",
    "1e21, 1e21",
    "1e-300, 1e-300",
    "1.7976931348623157e308, 1.7976931348623157e308",
    "-2.50, -2.5"
  })
  void plainNumbersAreAsOneWouldTypeThem(double value, String written) {
    assertThat(Numbers.plain(value)).isEqualTo(written);
    assertThat(Double.parseDouble(Numbers.plain(value))).isEqualTo(value);
    assertThat(Numbers.plain(value)).as("fits into a field").hasSizeLessThanOrEqualTo(24);
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {-0.830458, 1.0 / 3, 1e-5, -0.0, 4.9e-324, 999999.5, Double.NEGATIVE_INFINITY})
  void fullNumbersAreReadBackToTheBit(double value) {
    long bits = Double.doubleToRawLongBits(Double.parseDouble(Numbers.full(value)));

    assertThat(bits).isEqualTo(Double.doubleToRawLongBits(value));
    assertThat(Numbers.full(value)).matches("\\p{ASCII}*");
  }

  @Test
  void thousandsOfACountStandApartByAThinSpace() {
    assertThat(Numbers.grouped(0)).isEqualTo("0");
    assertThat(Numbers.grouped(999)).isEqualTo("999");
    assertThat(Numbers.grouped(20_000)).isEqualTo("20\u202f000");
    assertThat(Numbers.grouped(1_234_567)).isEqualTo("1\u202f234\u202f567");
  }

  @ParameterizedTest
  @CsvSource({
    "1.506, 1.51",
    "0, 0.00",
    "99.99, 99.99",
    "899.6, 900",
    "9999.4, 9999",
    "10000, 1e4",
    "-3e10, −3e10",
    "0.00996, 0.01",
    "0.00994, 1e−2",
    "0.009, 9e−3",
    "3e-12, 3e−12"
  })
  void aBriefNumberIsPlainWhereThatIsShort(double value, String written) {
    assertThat(Numbers.brief(value)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.100, +0.100",
    "-0.0123, −0.012, −0.012",
    "0, 0.000, 0",
    "-0.0, 0.000, 0",
    "0.0004, 0.000, 0.000",
    "-0.0004, 0.000, 0.000",
    "-0.0006, −0.001, −0.001",
    "NaN, NaN, NaN",
    "Infinity, ∞, +∞",
    "-Infinity, −∞, −∞"
  })
  void aDifferenceHasItsSignAndAsManyDecimalsAsItsNeighbours(
      double value, String written, String signed) {
    assertThat(Numbers.decimals(value, 3)).isEqualTo(written);
    assertThat(Numbers.signed(value, 3)).isEqualTo(signed);
  }

  @Test
  void numbersThatDifferAreNotWrittenAlike() {
    assertThat(Numbers.apart(552.35271, 552.35284)).isEqualTo("552.3527");
    assertThat(Numbers.apart(552.35284, 552.35271)).isEqualTo("552.3528");
    assertThat(Numbers.apart(0.5, 0.25)).isEqualTo("0.500000");
    assertThat(Numbers.apart(0.5, 0.5)).isEqualTo("0.500000");
    assertThat(Numbers.apart(1, Math.nextUp(1.0))).isNotEqualTo(Numbers.apart(Math.nextUp(1.0), 1));
  }
}
