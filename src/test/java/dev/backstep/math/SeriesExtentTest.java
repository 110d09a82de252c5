package dev.backstep.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SeriesExtentTest {
  private final Series series = new Series();

  @Test
  void theExtentIsThatOfTheStretchOnly() {
    series.addAll(new double[] {-9, 3, 1, 2, 9});

    assertThat(series.extent(1, 4)).isEqualTo(new Extent(1, 3, true));
  }

  @Test
  void numbersThatAreNotFiniteAreReportedAndLeftOut() {
    series.addAll(new double[] {2, Double.NaN, Double.NEGATIVE_INFINITY, 5});

    assertThat(series.extent(0, 4)).isEqualTo(new Extent(2, 5, false));
  }

  @Test
  void aStretchWithoutFiniteNumbersIsEmpty() {
    series.addAll(new double[] {Double.NaN, 1});

    assertThat(series.extent(0, 1).isEmpty()).isTrue();
    assertThat(series.extent(1, 1)).matches(Extent::isEmpty).matches(Extent::allFinite);
  }

  @Test
  void aStretchBeyondTheEndIsRefusedThoughTheArrayBehindIsLonger() {
    series.add(1);

    assertThatThrownBy(() -> series.extent(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
