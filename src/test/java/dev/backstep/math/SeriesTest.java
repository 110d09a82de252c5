package dev.backstep.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SeriesTest {
  private final Series series = new Series();

  @Test
  void numbersStayInTheirOrderBeyondTheFirstBlockOfStorage() {
    for (int i = 0; i < 5000; i++) {
      series.add(i * 0.5);
    }

    assertThat(series.size()).isEqualTo(5000);
    assertThat(series.get(0)).isZero();
    assertThat(series.get(1024)).isEqualTo(512);
    assertThat(series.last()).isEqualTo(2499.5);
  }

  @Test
  void aBlockIsAddedInItsOrder() {
    series.add(1);
    series.addAll(new double[] {2, 3});
    series.addAll(new double[0]);

    assertThat(series.since(0)).containsExactly(1, 2, 3);
  }

  @Test
  void sinceGivesTheTailAsAnArrayOfItsOwn() {
    series.addAll(new double[] {1, 2, 3});
    double[] tail = series.since(1);
    tail[0] = 99;

    assertThat(tail).containsExactly(99, 3);
    assertThat(series.get(1)).isEqualTo(2);
    assertThat(series.since(3)).isEmpty();
  }

  @Test
  void anEntryThatWasNotAddedIsRefused() {
    series.add(1);

    assertThatThrownBy(() -> series.get(1))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("entry 1 of 1");
    assertThatThrownBy(() -> series.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aClearedSeriesHasNoEntriesAndTakesNewOnes() {
    series.addAll(new double[] {1, 2, 3});
    series.clear();

    assertThat(series.size()).isZero();
    assertThatThrownBy(() -> series.get(0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(series::last).isInstanceOf(IndexOutOfBoundsException.class);
    series.add(4);
    assertThat(series.since(0)).containsExactly(4);
  }

  @Test
  void aSeriesAsOfNowDoesNotSeeWhatBecomesOfTheOther() {
    series.addAll(new double[] {1, 2, 3});
    Series now = series.asOfNow();
    series.add(4);
    now.add(9);
    assertThat(series.since(0)).containsExactly(1, 2, 3, 4);
    assertThat(now.since(0)).containsExactly(1, 2, 3, 9);

    Series later = series.asOfNow();
    series.cutTo(2);
    series.add(7);
    assertThat(series.since(0)).containsExactly(1, 2, 7);
    assertThat(later.since(0)).containsExactly(1, 2, 3, 4);
    later.clear();
    later.add(5);
    assertThat(later.since(0)).containsExactly(5);
    assertThat(series.since(0)).containsExactly(1, 2, 7);
  }

  @Test
  void aSeriesIsCutToWhatItHasAndNotToMore() {
    series.addAll(new double[] {1, 2, 3});
    series.cutTo(2);
    series.add(5);
    assertThat(series.since(0)).containsExactly(1, 2, 5);
    assertThat(series.between(1, 2)).containsExactly(2);
    assertThatThrownBy(() -> series.cutTo(4)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
