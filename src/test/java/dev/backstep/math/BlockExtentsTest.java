package dev.backstep.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockExtentsTest {
  private static final double[] SPECIAL = {
    Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, 0.0
  };
  private static final int COLUMNS = 1000;

  private final SeededRandom random = new SeededRandom(11);
  private int reads;

  @ParameterizedTest
  @ValueSource(ints = {1, 63, 64, 65, 128, 1000, 4096, 10_007})
  void everyStretchIsAsIfAllItsNumbersWereReadThoughTheSeriesGrowsAndIsCut(int most) {
    Series series = new Series();
    for (int round = 0; round < 60; round++) {
      series.cutTo(random.nextInt(series.size() + 1));
      while (series.size() < most && random.nextInt(most) > 0) {
        series.add(number(most));
      }
      for (int i = 0; i < 20; i++) {
        int until = random.nextInt(series.size() + 1);
        int from = i == 0 ? 0 : random.nextInt(until + 1);
        assertThat(series.extent(from, until)).isEqualTo(plain(series, from, until));
      }
    }
  }

  private double number(int most) {
    boolean isSpecial = random.nextInt(1 + most / 4) == 0;
    return isSpecial ? SPECIAL[random.nextInt(SPECIAL.length)] : random.nextGaussian();
  }

  /** The straightforward reading. */
  private static Extent plain(Series series, int from, int until) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    boolean allFinite = true;
    for (double value : series.between(from, until)) {
      allFinite &= Double.isFinite(value);
      min = Double.isFinite(value) ? Math.min(min, value) : min;
      max = Double.isFinite(value) ? Math.max(max, value) : max;
    }
    return new Extent(min, max, allFinite);
  }

  @Test
  void theSecondPaintOfMillionsOfNumbersReadsAFewForEachColumnAndWhatIsNew() {
    BlockExtents extents =
        new BlockExtents(
            index -> {
              reads++;
              return index;
            });
    paint(extents, 4_000_000);
    assertThat(reads).as("the first paint").isBetween(4_000_000 - 64, 4_300_000);
    reads = 0;
    paint(extents, 4_000_500);
    assertThat(reads).as("the second paint").isLessThan(2 * BlockExtents.SMALLEST * COLUMNS + 500);
    reads = 0;
    assertThat(extents.of(0, 4_000_500)).isEqualTo(new Extent(0, 4_000_499, true));
    assertThat(reads).as("the range of all").isLessThan(BlockExtents.SMALLEST);
  }

  private static void paint(BlockExtents extents, int size) {
    for (int c = 0; c < COLUMNS; c++) {
      extents.of((int) ((long) size * c / COLUMNS), (int) ((long) size * (c + 1) / COLUMNS));
    }
  }

  @Test
  void aSeriesAsOfNowAnswersForItselfWhateverTheOtherWasAsked() {
    Series series = new Series();
    series.addAll(new double[500]);
    assertThat(series.extent(0, 500)).isEqualTo(new Extent(0, 0, true));
    Series now = series.asOfNow();
    series.cutTo(200);
    series.addAll(new double[] {7, -7});
    assertThat(series.extent(0, 202)).isEqualTo(new Extent(-7, 7, true));
    assertThat(now.extent(0, 500)).isEqualTo(new Extent(0, 0, true));
  }
}
