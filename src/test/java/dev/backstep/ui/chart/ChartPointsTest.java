package dev.backstep.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.SeededRandom;
import dev.backstep.math.Series;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartPointsTest {
  private static final int COLUMNS = 600;
  private final SeededRandom random = new SeededRandom(3);

  private ChartLine line(int count, int from) {
    Series at = new Series();
    for (int i = 0; i < count; i++) {
      at.add(7.0 * i);
    }
    Series heldOut = new Series();
    heldOut.addAll(ChartSamples.withBadOnes(count, random));
    Series raw = new Series();
    raw.addAll(new double[7 * count]);
    return ChartLine.past("as before", from, raw, raw, at, heldOut);
  }

  private static ChartPicture picture(ChartLine line, boolean logarithmic) {
    double low = logarithmic ? 1 : 0;
    ChartArea area = new ChartArea(30, 10, 330, 110, 2);
    ChartScale updates =
        new ChartScale(low, Math.max(low + 1, line.lastUpdate()), 30, 330, logarithmic);
    ChartScale losses = new ChartScale(-5, 5, 110, 10, false);
    return new ChartPicture(area, updates, losses, 0, List.of(line), List.of(), List.of(), 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 600})
  void asManyAsThereAreColumnsAreAllDrawnWhereTheyAre(int count) {
    ChartLine line = line(count, 21);
    ChartPicture picture = picture(line, false);
    double[] shown =
        IntStream.range(0, count)
            .filter(i -> line.heldOutAt().get(i) >= 21)
            .filter(i -> Double.isFinite(line.heldOut().get(i)))
            .mapToDouble(i -> picture.updates().at(line.heldOutAt().get(i)))
            .toArray();
    ChartPoints points = new ChartPoints(picture, line);
    assertThat(Arrays.copyOf(points.xs(), points.count())).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void ofManyEveryColumnReachesFromItsLowestToItsHighest(boolean logarithmic) {
    ChartLine line = line(100_000, 5000);
    ChartPicture picture = picture(line, logarithmic);
    ChartPoints points = new ChartPoints(picture, line);
    TreeMap<Integer, DoubleSummaryStatistics> drawn = new TreeMap<>();
    for (int i = 0; i < points.count(); i++) {
      put(drawn, picture.columnAt(points.xs()[i]), points.ys()[i]);
    }
    TreeMap<Integer, DoubleSummaryStatistics> all = new TreeMap<>();
    for (int i = line.firstHeldOut(5000); i < line.heldOutCount(); i++) {
      if (Double.isFinite(line.heldOut().get(i))) {
        put(
            all,
            picture.columnAt(picture.updates().at(line.heldOutAt().get(i))),
            picture.losses().clampedAt(line.heldOut().get(i)));
      }
    }
    assertThat(points.count()).isLessThanOrEqualTo(4 * COLUMNS);
    assertThat(drawn.keySet()).isEqualTo(all.keySet());
    drawn.forEach(
        (column, ys) -> {
          assertThat(ys.getMin()).as("column " + column).isEqualTo(all.get(column).getMin());
          assertThat(ys.getMax()).as("column " + column).isEqualTo(all.get(column).getMax());
        });
  }

  private static void put(TreeMap<Integer, DoubleSummaryStatistics> map, int column, double y) {
    map.computeIfAbsent(column, each -> new DoubleSummaryStatistics()).accept(y);
  }

  @Test
  void theReadOutTellsTheNearestHeldOutPointAndOfTwoTheEarlier() {
    ChartLine line = ChartSamples.line("run", ChartLine.Role.RUN, ChartSamples.losses(100, 1), 10);
    ChartReadout readout = new ChartReadout(ChartTexts.ENGLISH);
    assertThat(line.firstHeldOut(10)).isZero();
    assertThat(line.firstHeldOut(11)).isEqualTo(1);
    assertThat(line.firstHeldOut(91)).isEqualTo(line.heldOutCount());
    int[][] nearest = {{0, 10}, {14, 10}, {15, 10}, {16, 20}, {20, 20}, {99, 90}};
    for (int[] each : nearest) {
      assertThat(readout.at(fine(line), each[0])).as("at %d", each[0]).endsWith(" " + each[1]);
    }
  }

  /** One column an update. */
  private static ChartPicture fine(ChartLine line) {
    ChartArea area = new ChartArea(0, 0, 100, 100, 1);
    ChartScale updates = new ChartScale(0, 99, 0.5, 99.5, false);
    ChartScale losses = new ChartScale(0, 5, 100, 0, false);
    return new ChartPicture(
        area,
        updates,
        losses,
        0,
        List.of(line),
        List.of(ChartColumns.of(line.raw(), updates, 100, 1)),
        List.of(),
        0);
  }
}
