package dev.backstep.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words for two losses are what they say, and no more. */
class LossVerdictTest {
  @ParameterizedTest
  @CsvSource({
    "0,    3.3,   3.3,   NOT_TRAINED",
    "299,  2.0,   2.0,   TOO_EARLY",
    "10,   2.0,   NaN,   DIVERGED",
    "300,  2.0,   2.0,   SAME",
    "5000, 1.462, 1.491, SAME",
    "5000, 1.462, 1.563, NEARLY",
    "5000, 1.462, 1.617, NEARLY",
    "5000, 1.462, 2.073, WORSE",
    "5000, 1.462, 1.4,   BETTER",
    "5000, 1.462, 3.61,  NOTHING",
    "5000, 1.462, 14.0,  NOTHING"
  })
  void theSentenceFollowsFromTheLosses(
      long updates, double right, double wrong, LossVerdict expected) {
    double untrained = StrictMath.log(27);
    assertThat(LossVerdict.of(updates, right, wrong, untrained)).isEqualTo(expected);
  }
}
