package dev.backstep.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class EstimateTest {
  @Test
  void theIntervalIsStudentsOfTheMean() {
    Estimate estimate = Estimate.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0));
    assertThat(estimate.mean()).isEqualTo(3);
    // s = √2.5, and t for ν = 4 is 2.776.
    assertThat(estimate.halfWidth()).isCloseTo(2.776 * Math.sqrt(2.5 / 5), within(5e-4));
    assertThat(estimate.high() - estimate.low()).isCloseTo(2 * estimate.halfWidth(), within(1e-12));
  }

  @Test
  void oneNumberHasNoIntervalAndNoneNoMean() {
    Estimate one = Estimate.of(List.of(0.5));
    assertThat(one.mean()).isEqualTo(0.5);
    assertThat(one.hasInterval()).isFalse();
    assertThat(Estimate.of(List.of()).mean()).isNaN();
  }

  @Test
  void whetherZeroIsLeftOpenIsAMatterOfTheInterval() {
    assertThat(Estimate.of(List.of(-0.1, 0.2, 0.1)).containsZero()).isTrue();
    assertThat(Estimate.of(List.of(0.19, 0.2, 0.21)).containsZero()).isFalse();
    assertThat(Estimate.of(List.of(-0.19, -0.2, -0.21)).containsZero()).isFalse();
  }

  @Test
  void onlyNumbersThatAreAllZeroAreExactlyZero() {
    assertThat(Estimate.of(List.of(0.0, 0.0)).isExactlyZero()).isTrue();
    assertThat(Estimate.of(List.of(0.0)).isExactlyZero()).isTrue();
    assertThat(Estimate.of(List.of(-1.0, 1.0)).isExactlyZero()).isFalse();
  }
}
