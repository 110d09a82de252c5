package dev.backstep.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.training.Divergence;
import dev.backstep.training.HeldOutPoint;
import dev.backstep.training.RunSettings;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTest {
  private static final CommonEnding RUS = new CommonEnding("rus");
  private static final Plan PLAN = Trials.plan(4, 3, 1);

  private static RunOutcome run(double loss, String... samples) {
    return new RunOutcome(
        RunSettings.defaults(),
        loss,
        loss,
        new HeldOutPoint(1, loss, loss),
        2 * loss,
        10 * loss,
        Samples.of(Arrays.asList(samples), RUS),
        List.of(loss, loss / 2),
        null);
  }

  private static Result result(Pair... pairs) {
    return new Result(PLAN, "test.txt", RUS, List.of(pairs));
  }

  private final Pair first = new Pair(0, run(1, "tyrus", "b"), run(1.5, "tyrus", "x"));
  private final Pair second = new Pair(1, run(2, "tyrus", "c"), run(2.25, "y", "c"));
  private final Pair third = new Pair(2, run(3, "d", "b"), run(3.75, "e", "f"));

  @Test
  void aDifferenceIsOfBMinusAPairByPair() {
    Summary summary = result(first, second, third).summary(Measure.RUNNING_TRAIN_LOSS);
    assertThat(summary.a().mean()).isEqualTo(2);
    assertThat(summary.b().mean()).isEqualTo(2.5);
    assertThat(summary.difference()).isEqualTo(Estimate.of(List.of(0.5, 0.25, 0.75)));
  }

  @Test
  void theLastCharacterIsAMeasureOfItsOwn() {
    Summary summary = result(first, second, third).summary(Measure.HELD_OUT_LAST_CHARACTER);
    assertThat(summary.difference()).isEqualTo(Estimate.of(List.of(1.0, 0.5, 1.5)));
  }

  @Test
  void theReachIsInLettersAndNoLoss() {
    Summary summary = result(first, second, third).summary(Measure.REACH);
    assertThat(summary.difference()).isEqualTo(Estimate.of(List.of(5.0, 2.5, 7.5)));
    assertThat(Measure.REACH.isLoss()).isFalse();
    assertThat(Measure.REACH.isShare()).isFalse();
  }

  @Test
  void equalSamplesAreCountedAgainstThoseOfAWithTheAOfTheNextSeed() {
    Summary summary = result(first, second, third).summary(Measure.EQUAL_SAMPLES);
    assertThat(summary.b()).isEqualTo(Estimate.of(List.of(0.5, 0.5, 0.0)));
    assertThat(summary.a()).isEqualTo(Estimate.of(List.of(0.5, 0.0, 0.5)));
    assertThat(summary.difference().mean()).isCloseTo(0, within(1e-15));
  }

  @Test
  void twoPairsMakeOnlyOneOfTwoSeedsAndSoNoInterval() {
    Summary summary = result(first, second).summary(Measure.EQUAL_SAMPLES);
    assertThat(summary.a()).isEqualTo(Estimate.of(List.of(0.5)));
    assertThat(summary.b().hasInterval()).isTrue();
    assertThat(summary.difference().mean()).isEqualTo(0);
    assertThat(summary.difference().hasInterval()).isFalse();
  }

  @Test
  void samplesAreMeasuredByTheirLengthAndTheirEnding() {
    Result result = result(first, second, third);
    assertThat(result.summary(Measure.SAMPLE_LENGTH).a().mean()).isCloseTo(7.0 / 3, within(1e-12));
    assertThat(result.summary(Measure.COMMON_ENDING).a().mean()).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(result.summary(Measure.COMMON_ENDING).b().mean()).isCloseTo(0.5 / 3, within(1e-12));
  }

  @Test
  void whereADifferenceSitsIsToldByPosition() {
    assertThat(result(first, second).positionDifferences())
        .containsExactly(Estimate.of(List.of(0.5, 0.25)), Estimate.of(List.of(0.25, 0.125)));
  }

  @Test
  void aPairThatDivergedIsLeftOut() {
    RunOutcome gone = RunOutcome.diverged(RunSettings.defaults(), new Divergence(12, 3, true));
    Result result = result(first, new Pair(1, run(9), gone), third);
    assertThat(result.summary(Measure.RUNNING_TRAIN_LOSS))
        .isEqualTo(result(first, third).summary(Measure.RUNNING_TRAIN_LOSS));
    assertThat(result.diverged()).extracting(Pair::number).containsExactly(1);
  }

  @Test
  void whatATextDoesNotHaveIsNotInTheTable() {
    HeldOutPoint none = new HeldOutPoint(1, Double.NaN, Double.NaN);
    RunOutcome run =
        new RunOutcome(
            RunSettings.defaults(),
            1,
            1,
            none,
            Double.NaN,
            Double.NaN,
            first.a().samples(),
            List.of(),
            null);
    Result result = new Result(PLAN, "test.txt", CommonEnding.NONE, List.of(new Pair(0, run, run)));
    assertThat(result.summaries())
        .extracting(Summary::measure)
        .containsExactly(
            Measure.RUNNING_TRAIN_LOSS, Measure.FINAL_TRAIN_LOSS, Measure.EQUAL_SAMPLES);
  }
}
