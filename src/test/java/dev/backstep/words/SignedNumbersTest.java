package dev.backstep.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.experiment.Estimate;
import org.junit.jupiter.api.Test;

class SignedNumbersTest {
  @Test
  void threeDecimalsAreUsual() {
    SignedNumbers numbers = SignedNumbers.of(new Estimate(10, 0.1, 0.003), 0);
    assertThat(numbers.signed(0.1)).isEqualTo("+0.100");
    assertThat(numbers.signed(-0.0124)).isEqualTo("−0.012");
    assertThat(numbers.signed(0)).isEqualTo("0.000");
    assertThat(numbers.plain(1.4713)).isEqualTo("1.471");
  }

  @Test
  void aNarrowIntervalTakesMoreOfThem() {
    SignedNumbers numbers = SignedNumbers.of(new Estimate(10, 0.1, 0.00004), 0);
    assertThat(numbers.plain(0.00004)).isEqualTo("0.00004");
  }

  @Test
  void anEndNearZeroTakesAsManyAsSayOnWhichSideItIs() {
    SignedNumbers numbers = SignedNumbers.of(new Estimate(10, 0.0183, 0.0179), 0);
    assertThat(numbers.signed(0.0183 - 0.0179)).isEqualTo("+0.0004");
  }

  @Test
  void whatWouldBeZeroWithSixDecimalsAndIsNotHasAnExponent() {
    SignedNumbers numbers = SignedNumbers.of(new Estimate(10, -2.5e-8, 4e-9), 0);
    assertThat(numbers.signed(-2.5e-8)).isEqualTo("−2.50e−8");
    assertThat(numbers.plain(4e-9)).isEqualTo("4.00e−9");
    assertThat(numbers.plain(1.25)).isEqualTo("1.250000");
    assertThat(SignedNumbers.of(new Estimate(10, 0, 3e-9), 2).signed(3e-9)).isEqualTo("+3.00e−7");
  }

  @Test
  void aMeanNearZeroIsNotMoreExactThanItsInterval() {
    assertThat(SignedNumbers.of(new Estimate(10, 2.5e-8, 0.02), 0).signed(2.5e-8))
        .isEqualTo("+0.000");
  }

  @Test
  void aShareIsInPercentWithOneDecimal() {
    SignedNumbers numbers = SignedNumbers.of(new Estimate(10, 0.004, 0.02), 2);
    assertThat(numbers.plain(0.014)).isEqualTo("1.4");
    assertThat(numbers.signed(-0.104)).isEqualTo("−10.4");
  }

  @Test
  void noIntervalAndOneOfNoWidthChangeNothing() {
    assertThat(SignedNumbers.of(new Estimate(1, 0.1, Double.NaN), 0).plain(0.1)).isEqualTo("0.100");
    assertThat(SignedNumbers.of(new Estimate(2, 0, 0), 0).plain(0)).isEqualTo("0.000");
  }
}
