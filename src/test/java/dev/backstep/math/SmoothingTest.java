package dev.backstep.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SmoothingTest {
  @Test
  void theFirstNumbersAreThoseOfTheHandCalculation() {
    Smoothing smoothing = new Smoothing(0.9);

    smoothing.addAll(new double[] {4, 2, 1});

    // m = 0.4, 0.56, 0.604; w = 0.1, 0.19, 0.271
    assertThat(smoothing.series().get(0)).isEqualTo(4, within(1e-15));
    assertThat(smoothing.series().get(1)).isEqualTo(0.56 / 0.19, within(1e-14));
    assertThat(smoothing.series().get(2)).isEqualTo(0.604 / 0.271, within(1e-14));
  }

  @Test
  void numbersThatAreNotFiniteRepeatTheLastSmoothedNumberAndChangeNothingAfterwards() {
    Smoothing broken = new Smoothing(0.5);
    broken.addAll(
        new double[] {Double.NaN, 3, Double.POSITIVE_INFINITY, Double.NaN, 1, Double.NaN});
    Smoothing whole = new Smoothing(0.5);
    whole.addAll(new double[] {3, 1});

    assertThat(broken.series().since(0))
        .containsExactly(Double.NaN, 3, 3, 3, whole.series().get(1), whole.series().get(1));
  }

  @Test
  void theCutIntoBlocksDoesNotMatter() {
    double[] raw = new double[100];
    SeededRandom random = new SeededRandom(7);
    for (int i = 0; i < raw.length; i++) {
      raw[i] = random.nextGaussian();
    }
    Smoothing atOnce = new Smoothing(0.97);
    atOnce.addAll(raw);
    Smoothing oneByOne = new Smoothing(0.97);
    for (double value : raw) {
      oneByOne.addAll(new double[] {value});
    }

    assertThat(oneByOne.series().since(0)).isEqualTo(atOnce.series().since(0));
  }

  @Test
  void aConstantStaysThatConstant() {
    Smoothing smoothing = new Smoothing(0.99);
    smoothing.addAll(new double[] {2.5, 2.5, 2.5, 2.5});

    assertThat(smoothing.series().last()).isEqualTo(2.5, within(1e-14));
  }

  @Test
  void afterClearItBeginsAnew() {
    Smoothing smoothing = new Smoothing(0.9);
    smoothing.addAll(new double[] {100, 200});
    smoothing.clear();
    smoothing.add(1);

    assertThat(smoothing.series().since(0)).containsExactly(1);
  }

  @Test
  void aDecayOfOneIsRefusedWithItsValue() {
    assertThatThrownBy(() -> new Smoothing(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.0")
        .hasMessageContaining("less than 1");
    assertThatThrownBy(() -> new Smoothing(Double.NaN)).hasMessageContaining("NaN");
  }
}
