package dev.backstep.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.Series;
import org.junit.jupiter.api.Test;

class DifferenceCurveTest {
  private final Series a = series(2, 2, 2, 2);
  private final Series b = series(2, 3, 4, 5);
  private final DifferenceCurve curve = new DifferenceCurve();

  private static Series series(double... values) {
    Series series = new Series();
    series.addAll(values);
    return series;
  }

  private static double[] values(Series series) {
    return series.since(0);
  }

  private static DifferenceCurve madeAtOnce(Series a, Series b) {
    DifferenceCurve fresh = new DifferenceCurve();
    fresh.follow(a, b);
    return fresh;
  }

  @Test
  void everyUpdateThatBothHaveMadeHasADifference() {
    b.add(9);
    curve.follow(a, b);

    assertThat(values(curve.raw())).containsExactly(0, 1, 2, 3);
    assertThat(curve.smoothed().size()).isEqualTo(4);
  }

  @Test
  void goneBackTheCurveIsThatOfWhatIsLeft() {
    curve.follow(a, b);
    a.cutTo(2);
    b.cutTo(2);
    curve.follow(a, b);

    assertThat(values(curve.raw())).containsExactly(0, 1);
    assertThat(values(curve.smoothed())).containsExactly(values(madeAtOnce(a, b).smoothed()));
  }

  @Test
  void anotherWayAfterGoingBackLeavesNothingOfTheFirst() {
    curve.follow(a, b);
    a.cutTo(1);
    b.cutTo(1);
    curve.follow(a, b);
    a.addAll(new double[] {4, 4});
    b.addAll(new double[] {1, 8});
    curve.follow(a, b);

    assertThat(values(curve.raw())).containsExactly(0, -3, 4);
    assertThat(values(curve.smoothed())).containsExactly(values(madeAtOnce(a, b).smoothed()));
  }

  @Test
  void anotherPairBeginsWithNothing() {
    curve.follow(a, b);
    curve.clear();
    curve.follow(series(1), series(3));

    assertThat(values(curve.raw())).containsExactly(2);
    assertThat(values(curve.smoothed())).containsExactly(2);
  }
}
