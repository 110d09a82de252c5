package dev.backstep.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The long way is {@link ZeroAgainstCarriedLongTest}. */
class ZeroAgainstCarriedTest {
  @Test
  void alreadyAfterThreeEpochsCarryingCostsTrainingLossInTheFirstLetters() {
    Result result = Trials.result(Trials.dinosaurs(), Trials.plan(16, 4, 3));
    Estimate training = result.summary(Measure.RUNNING_TRAIN_LOSS).difference();
    assertThat(training.low()).isPositive();
    assertThat(training.mean()).isLessThan(0.1);
    assertThat(result.positionDifferences().get(0).low()).isGreaterThan(training.high());
  }
}
