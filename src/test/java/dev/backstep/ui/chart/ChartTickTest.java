package dev.backstep.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartTickTest {
  @ParameterizedTest
  @CsvSource({"0.7,1", "1,1", "1.01,2", "3,5", "6,10", "0.03,0.05", "0.2,0.2", "400,500"})
  void aStepIsTheNextOfOneTwoFive(double step, double nice) {
    assertThat(ChartTick.niceStep(step)).isEqualTo(nice);
  }

  @Test
  void linearTicksHaveAsManyDecimalsAsTheirStep() {
    assertThat(labels(ChartTick.linear(1.4, 2.6, 6)))
        .containsExactly("1.4", "1.6", "1.8", "2.0", "2.2", "2.4", "2.6");
    assertThat(labels(ChartTick.linear(0, 0.3, 3))).containsExactly("0.0", "0.1", "0.2", "0.3");
  }

  @Test
  void thousandsAreGroupedByThinSpaces() {
    assertThat(labels(ChartTick.whole(0, 25_000, 5)))
        .containsExactly(
            "0", "5\u202f000", "10\u202f000", "15\u202f000", "20\u202f000", "25\u202f000");
  }

  @Test
  void thereAreNoTicksBetweenTwoUpdates() {
    assertThat(labels(ChartTick.whole(0, 3, 12))).containsExactly("0", "1", "2", "3");
  }

  @Test
  void anAxisWithLittleRoomStillHasTwoTicks() {
    assertThat(labels(ChartTick.whole(0, 49_000, 2)))
        .containsExactly("0", "20\u202f000", "40\u202f000");
    assertThat(labels(ChartTick.linear(0.3, 0.9, 1))).containsExactly("0.4", "0.6", "0.8");
    assertThat(labels(ChartTick.whole(0, 1, 1))).containsExactly("0", "1");
  }

  @Test
  void logarithmicTicksAreOneTwoFiveOfEveryDecade() {
    assertThat(labels(ChartTick.logarithmic(0.1, 10, 10)))
        .containsExactly("0.1", "0.2", "0.5", "1", "2", "5", "10");
  }

  @Test
  void manyDecadesGetPowersOfTenOnly() {
    assertThat(labels(ChartTick.logarithmic(1, 100_000, 8)))
        .containsExactly("1", "10", "100", "1\u202f000", "10\u202f000", "100\u202f000");
    assertThat(ChartTick.logarithmic(1, 1e12, 6)).hasSizeLessThanOrEqualTo(7);
  }

  @Test
  void lessThanADecadeGetsLinearTicks() {
    assertThat(labels(ChartTick.logarithmic(2.1, 4.4, 5)))
        .containsExactly("2.5", "3.0", "3.5", "4.0");
  }

  private static List<String> labels(List<ChartTick> ticks) {
    return ticks.stream().map(ChartTick::label).toList();
  }
}
