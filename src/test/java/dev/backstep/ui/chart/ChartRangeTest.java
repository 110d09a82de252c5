package dev.backstep.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.Series;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartRangeTest {
  private static final ChartArea AREA = ChartArea.snapped(40, 10, 1040, 410, 1);

  @Test
  void oneSpikeDoesNotFlattenTheRest() {
    double[] losses = ChartSamples.losses(100_000, 2);
    losses[70_000] = 1e6;

    ChartScale range =
        range(
            new ChartLine(
                "", ChartLine.Role.RUN, series(losses), new Series(), new Series(), new Series()),
            false);

    assertThat(range.high()).isBetween(3.5, 8.0);
  }

  @Test
  void aDifferenceIsShownAboutZeroAndOnlyAsItIsSmoothed() {
    ChartLine line =
        ChartLine.of("", ChartLine.Role.DIFFERENCE, series(-9, 9, -9), series(0.2, 0.3, 0.4));

    ChartScale range = range(line, false);

    assertThat(range.low()).isZero();
    assertThat(range.high()).isBetween(0.4, 0.6);
  }

  @Test
  void smoothedAndHeldOutLossesAreNeverCutOff() {
    double[] losses = new double[1000];
    Arrays.fill(losses, 2);
    ChartLine line =
        new ChartLine(
            "", ChartLine.Role.RUN, series(losses), series(2, 30, 2), series(500), series(-7));

    ChartScale range = range(line, false);

    assertThat(range.high()).isGreaterThanOrEqualTo(30);
    assertThat(range.low()).isLessThanOrEqualTo(-7);
  }

  @Test
  void aConstantLossStandsInTheMiddleOfSomeRoom() {
    ChartScale range =
        range(ChartLine.of("", ChartLine.Role.RUN, series(2, 2, 2), series(2, 2, 2)), false);

    assertThat(range.low()).isLessThan(2);
    assertThat(range.high()).isGreaterThan(2);
  }

  @Test
  void ofTwoRunsOnlyWhatIsSmoothedOrHeldOutCountsOnceThereIsEnoughOfIt() {
    ChartScale few = range(spread(100, ChartLine.Role.RUN_A), spread(100, ChartLine.Role.RUN_B));
    ChartScale many = range(spread(2000, ChartLine.Role.RUN_A), spread(2000, ChartLine.Role.RUN_B));
    ChartScale alone = range(spread(2000, ChartLine.Role.RUN));

    assertThat(few.high()).isGreaterThanOrEqualTo(6);
    assertThat(many.low()).isBetween(1.0, 1.37);
    assertThat(many.high()).isBetween(1.81, 2.5);
    assertThat(alone.high()).as("of one run the spread is shown").isGreaterThanOrEqualTo(6);
  }

  @Test
  void theNoiseOfSingleLossesDoesNotFixTheAxis() {
    double[] losses = ChartSamples.losses(20_000, 2);
    for (int i = 25; i < losses.length; i += 50) {
      losses[i] *= 4;
    }
    ChartLine line = ChartSamples.line("", ChartLine.Role.RUN, losses, 0);
    double highest = line.smoothed().extent(0, 20_000).max();
    for (int i = 200; i < losses.length; i += 10) {
      highest = Math.max(highest, line.raw().highQuantile(i));
    }

    ChartScale range = range(line, false);

    assertThat(line.raw().extent(0, 20_000).max()).isGreaterThan(10);
    assertThat(range.high()).as("the band and a step at most").isBetween(2.0, highest + 0.5);
    assertThat(range.low()).isPositive();
  }

  @Test
  void aLossThatStandsOutOfAllOthersIsMarkedAndTheNoiseIsNot() {
    double[] losses = ChartSamples.losses(20_000, 2);
    double usual = Arrays.stream(losses).max().orElseThrow();
    losses[7_000] = 3 * usual;
    ChartLine line = ChartSamples.line("", ChartLine.Role.RUN, losses, 0);
    ChartPicture picture = ChartPicture.of(List.of(line), new ChartTravel(), AREA, false, false);

    assertThat(picture.spike()).isBetween(usual - 0.5, 3 * usual - 0.5);
  }

  @Test
  void theSignOfAMarkMeansItsUpdateAndThePlotBelowThatOfTheCurve() {
    ChartTravel travel = new ChartTravel();
    travel.marks().add(new ChartMark(ChartMark.Kind.LOWEST, 50_017, ""));
    ChartLine line = ChartSamples.line("", ChartLine.Role.RUN, ChartSamples.losses(100_000, 2), 0);
    ChartPicture picture = ChartPicture.of(List.of(line), travel, AREA, false, false);
    double x = picture.updates().at(50_017);

    assertThat(picture.updateAt(x + 5, AREA.top() + 4)).isEqualTo(50_017);
    assertThat(picture.updateAt(x + 5, AREA.top() + 100)).isBetween(50_400, 50_600);
    assertThat(picture.updateAt(x + 9, AREA.top() + 4)).isGreaterThan(50_800);
    assertThat(picture.updateAt(x, AREA.top() - 30)).isBetween(49_900, 50_100);
  }

  @Test
  void theMarginOfTwoRunsThatLearntTheirTextDoesNotReachBelowZero() {
    ChartScale learnt = range(learnt(ChartLine.Role.RUN_A), learnt(ChartLine.Role.RUN_B));

    assertThat(learnt.low()).isZero();
    assertThat(learnt.high()).isGreaterThanOrEqualTo(3.3);
  }

  private static ChartLine learnt(ChartLine.Role role) {
    double[] losses = new double[1000];
    for (int i = 0; i < losses.length; i++) {
      losses[i] = i == 0 ? 3.3 : 0.02;
    }
    return ChartLine.of("", role, series(losses), series(losses));
  }

  /** Losses from 0 to 6, smoothed between 1.4 and 1.6, with a held-out loss of 1.8. */
  private static ChartLine spread(int count, ChartLine.Role role) {
    double[] losses = new double[count];
    double[] smoothed = new double[count];
    for (int i = 0; i < count; i++) {
      losses[i] = 6 * (i % 2);
      smoothed[i] = i < count / 2 ? 1.6 : 1.4;
    }
    return new ChartLine("", role, series(losses), series(smoothed), series(50), series(1.8));
  }

  @Test
  void aRunWithoutAnyFiniteLossStillHasARange() {
    ChartLine line =
        ChartLine.of(
            "",
            ChartLine.Role.RUN,
            series(Double.NaN, Double.POSITIVE_INFINITY),
            series(Double.NaN, Double.NaN));

    assertThat(range(line, false).high()).isGreaterThan(range(line, false).low());
    assertThat(range(line, true).low()).isPositive();
  }

  @Test
  void aLogarithmicRangeLeavesALossOfZeroOut() {
    ChartScale range =
        range(ChartLine.of("", ChartLine.Role.RUN, series(1, 0, 3), new Series()), true);

    assertThat(range.low()).isPositive();
    assertThat(range.high()).isBetween(3.0, 4.0);
  }

  private static ChartScale range(ChartLine... lines) {
    return ChartPicture.of(List.of(lines), new ChartTravel(), AREA, false, false).losses();
  }

  private static ChartScale range(ChartLine line, boolean logarithmic) {
    return ChartPicture.of(List.of(line), new ChartTravel(), AREA, false, logarithmic).losses();
  }

  private static Series series(double... numbers) {
    Series series = new Series();
    series.addAll(numbers);
    return series;
  }
}
