package dev.backstep.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BarsLayoutTest {
  private final ChartArea area = new ChartArea(50, 10, 250, 110, 1);

  @Test
  void zeroIsWithinTheScaleWhetherBarsGoUpOrDownOrBoth() {
    assertThat(BarsLayout.of(new double[] {0.2, 0.1}, area).zero()).isEqualTo(110);
    assertThat(BarsLayout.of(new double[] {-0.2, -0.1}, area).zero()).isEqualTo(10);
    assertThat(BarsLayout.of(new double[] {0.2, -0.2}, area).zero()).isEqualTo(60);
    assertThat(BarsLayout.of(new double[] {0, 0}, area).zero()).isEqualTo(60);
  }

  @Test
  void asManyAreShownAsFitAndTheyStandInOrder() {
    assertThat(BarsLayout.of(new double[5], area).shown()).isEqualTo(5);
    BarsLayout many = BarsLayout.of(new double[64], area);
    assertThat(many.shown()).isEqualTo(11);
    assertThat(many.center(10) + many.barWidth() / 2).isLessThanOrEqualTo(250);
    for (int t = 0; t < many.shown(); t++) {
      assertThat(many.positionAt(many.center(t))).isEqualTo(t);
    }
    assertThat(many.positionAt(49)).isEqualTo(-1);
    assertThat(many.positionAt(251)).isEqualTo(-1);
  }

  @Test
  void numbersThatAreNotFiniteDoNotDecideTheScale() {
    BarsLayout layout = BarsLayout.of(new double[] {Double.NaN, 0.4}, area);
    assertThat(layout.scale().high()).isEqualTo(0.4);
    assertThat(layout.scale().low()).isZero();
  }
}
