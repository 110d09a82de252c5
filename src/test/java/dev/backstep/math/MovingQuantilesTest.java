package dev.backstep.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MovingQuantilesTest {
  private static final int STRIDE = MovingQuantiles.STRIDE;

  private final SeededRandom random = new SeededRandom(7);
  private final Series series = new Series();

  private void grow(int until) {
    while (series.size() < until) {
      boolean isBad = random.nextInt(40) == 0;
      series.add(isBad ? Double.NaN : Math.rint(20 * random.nextGaussian()) / 4);
    }
  }

  /** By sorting, with the definition as NumPy has it. */
  private double quantile(int last, double share) {
    int from = Math.max(0, last + 1 - MovingQuantiles.WINDOW);
    double[] sorted =
        Arrays.stream(series.between(from, last + 1)).filter(Double::isFinite).sorted().toArray();
    if (sorted.length < MovingQuantiles.LEAST) {
      return Double.NaN;
    }
    double place = share * (sorted.length - 1);
    int before = (int) place;
    int after = Math.min(sorted.length - 1, before + 1);
    return sorted[before] + (place - before) * (sorted[after] - sorted[before]);
  }

  private void assertAreThoseOfTheLastNumbers() {
    for (int last = STRIDE - 1; last < series.size(); last += STRIDE) {
      Double low = quantile(last, 0.05);
      Double high = quantile(last, 0.95);
      assertThat(series.lowQuantile(last)).as("low at %d", last).isEqualTo(low);
      assertThat(series.highQuantile(last)).as("high at %d", last).isEqualTo(high);
    }
  }

  @Test
  void theyAreThoseOfTheLastNumbers() {
    grow(1000);
    assertAreThoseOfTheLastNumbers();
  }

  @Test
  void theyAreTheSameIfTheRowGrewMeanwhileAndWasCutOff() {
    grow(203);
    assertAreThoseOfTheLastNumbers();
    grow(999);
    assertAreThoseOfTheLastNumbers();
    for (int size : new int[] {997, 640, 130, 127, 20, 3, 0}) {
      series.cutTo(size);
      assertAreThoseOfTheLastNumbers();
      grow(size + 300);
      assertAreThoseOfTheLastNumbers();
    }
  }

  @Test
  void betweenTwoPlacesTheyAreOnALineAndBehindTheLastTheyStay() {
    grow(203);
    double one = series.lowQuantile(103);
    double two = series.lowQuantile(111);
    assertThat(series.lowQuantile(105)).isCloseTo(one + (two - one) / 4, within(1e-12));
    assertThat(series.highQuantile(202)).isEqualTo(series.highQuantile(199));
    assertThat(series.highQuantile(1e9)).isEqualTo(series.highQuantile(199));
  }

  @Test
  void ofFewNumbersNothingIsSaid() {
    assertThat(series.lowQuantile(0)).isNaN();
    grow(STRIDE);
    assertThat(series.lowQuantile(STRIDE - 1)).isNaN();
    assertThat(series.highQuantile(-3)).isNaN();
  }
}
