package dev.backstep.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.math.SeededRandom;
import dev.backstep.math.Series;
import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartColumnsTest {
  @ParameterizedTest
  @CsvSource({"1,false", "2,true", "57,false", "57,true", "100000,false", "100000,true"})
  void everyNumberBelongsToExactlyOneColumn(int size, boolean logarithmic) {
    Series raw = new Series();
    raw.addAll(new double[size]);
    ChartColumns columns = columns(raw, logarithmic, 400, 2);

    assertThat(columns.first(0)).isZero();
    assertThat(columns.first(800)).isEqualTo(size);
    for (int c = 0; c < 800; c++) {
      assertThat(columns.first(c)).isLessThanOrEqualTo(columns.first(c + 1));
    }
  }

  @Test
  void columnsBetweenTwoNumbersLieOnTheLineBetweenThem() {
    Series raw = series(0, 10);
    ChartColumns columns = columns(raw, false, 100, 1);

    assertThat(columns.low(50)).isEqualTo(5, within(1e-9));
    assertThat(columns.high(50)).isEqualTo(5.1, within(1e-9));
  }

  @Test
  void neighboursTouch() {
    ChartColumns columns = columns(series(ChartSamples.losses(300, 5)), false, 1000, 1);

    for (int c = 1; c < columns.count(); c++) {
      assertThat(columns.low(c)).isLessThanOrEqualTo(columns.high(c - 1) + 1e-12);
      assertThat(columns.high(c)).isGreaterThanOrEqualTo(columns.low(c - 1) - 1e-12);
    }
  }

  @Test
  void aSingleSpikeAmongManyIsTheHighOfItsColumn() {
    double[] losses = new double[100_000];
    losses[54_321] = 9;
    ChartColumns columns = columns(series(losses), false, 1000, 1);

    int column = (int) (54_321 / 99_999.0 * 1000);
    assertThat(columns.high(column)).isEqualTo(9);
    assertThat(columns.high(column - 1)).isLessThan(9);
  }

  @Test
  void onlyTheColumnOfANumberThatIsNotFiniteIsBroken() {
    Series raw = series(1, 1, Double.POSITIVE_INFINITY, 1, 1, Double.NaN, 1);
    ChartColumns columns = columns(raw, false, 601, 1);

    for (int c = 0; c < 601; c++) {
      boolean holds = columns.first(c) <= 2 && columns.first(c + 1) > 2;
      holds |= columns.first(c) <= 5 && columns.first(c + 1) > 5;
      assertThat(columns.isBroken(c)).as("column " + c).isEqualTo(holds);
    }
    assertThat(columns.low(250)).as("no line towards infinity").isNaN();
    assertThat(columns.low(50)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,0", "2,1", "63,90", "1000,0", "1000,5000", "70001,0", "200000,300000"})
  void columnsAreWhatReadingEveryNumberOfTheirsGivesWhileTheSeriesGrows(int size, int reach) {
    SeededRandom random = new SeededRandom(size + reach);
    Series raw = new Series();
    for (int part = 0; part < 4; part++) {
      raw.addAll(ChartSamples.withBadOnes(size / 4 + (part < size % 4 ? 1 : 0), random));
      for (boolean logarithmic : new boolean[] {false, true}) {
        double low = logarithmic ? 1 : 0;
        double high = Math.max(low + 1, Math.max(reach, raw.size() - 1));
        ChartScale updates = new ChartScale(low, high, 40.5, 340.5, logarithmic);
        assertColumns(ChartColumns.of(raw, updates, 600, 2), raw, updates);
      }
    }
    assertThat(raw.size()).isEqualTo(size);
  }

  private static void assertColumns(ChartColumns columns, Series raw, ChartScale updates) {
    double left = Double.NaN;
    for (int c = 0; c < columns.count(); c++) {
      double end = updates.valueAt(updates.start() + (c + 1) / 2.0);
      double right = onLine(raw, end);
      DoubleSummaryStatistics finite = new DoubleSummaryStatistics();
      boolean isBroken = false;
      for (int i = columns.first(c); i < columns.first(c + 1); i++) {
        isBroken |= !Double.isFinite(raw.get(i));
        finite.accept(raw.get(i));
      }
      DoubleStream.of(left, right).filter(Double::isFinite).forEach(finite);
      boolean isEmpty = isBroken || finite.getCount() == 0;
      assertThat(columns.isBroken(c)).isEqualTo(isBroken);
      assertSame(columns.low(c), isEmpty ? Double.NaN : finite.getMin());
      assertSame(columns.high(c), isEmpty ? Double.NaN : finite.getMax());
      left = right;
    }
  }

  /** Also where there is none; the two zeros look the same. */
  private static void assertSame(double actual, double expected) {
    assertThat(Double.valueOf(actual + 0.0)).isEqualTo(Double.valueOf(expected + 0.0));
  }

  private static double onLine(Series raw, double place) {
    int before = (int) Math.floor(place);
    return before + 1 < raw.size()
        ? raw.get(before) + (place - before) * (raw.get(before + 1) - raw.get(before))
        : Double.NaN;
  }

  private static ChartColumns columns(Series raw, boolean logarithmic, int width, int scale) {
    double low = logarithmic ? 1 : 0;
    double high = Math.max(low + 1, raw.size() - 1);
    ChartScale updates = new ChartScale(low, high, 40, 40 + width, logarithmic);
    return ChartColumns.of(raw, updates, width * scale, scale);
  }

  private static Series series(double... numbers) {
    Series series = new Series();
    series.addAll(numbers);
    return series;
  }
}
