package dev.backstep.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The published values are those of the NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2.
 */
class StudentTTest {
  private static final double[] TWO_SIDED_95 = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
    2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
    2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042
  };

  @Test
  void theQuantilesAreThePublishedOnesForOneToThirtyDegreesOfFreedom() {
    for (int degrees = 1; degrees <= TWO_SIDED_95.length; degrees++) {
      assertThat(new StudentT(degrees).quantile(0.95))
          .as("ν = %d", degrees)
          .isCloseTo(TWO_SIDED_95[degrees - 1], within(0.0005));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "60, 0.95, 2.000", "100, 0.95, 1.984", "120, 0.95, 1.980", "999, 0.95, 1.962",
    "1, 0.99, 63.657", "4, 0.99, 4.604", "9, 0.99, 3.250", "120, 0.99, 2.617"
  })
  void theyAreForManyDegreesAndForAnotherProbabilityToo(
      int degrees, double probability, double published) {
    assertThat(new StudentT(degrees).quantile(probability)).isCloseTo(published, within(0.0006));
  }

  /** For ν = 1 it is tan(π p/2), and for ν = 2 it is √2 p/√(1 − p²). */
  @Test
  void theQuantilesOfOneAndTwoDegreesAreExact() {
    assertThat(new StudentT(1).quantile(0.95))
        .isCloseTo(StrictMath.tan(Math.PI * 0.475), within(1e-10));
    assertThat(new StudentT(2).quantile(0.95))
        .isCloseTo(Math.sqrt(2) * 0.95 / Math.sqrt(1 - 0.95 * 0.95), within(1e-12));
  }

  @Test
  void withoutADegreeOfFreedomThereIsNoDistribution() {
    assertThatThrownBy(() -> new StudentT(0)).hasMessage("ν is 0; it must be at least 1");
  }
}
