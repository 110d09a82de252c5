package dev.backstep.ui.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShadingTest {
  private static final double[] LIMITS = {Double.MIN_VALUE, 1e-300, 1e-9, 0.37, 5, 1e300};

  @ParameterizedTest
  @EnumSource
  void linearIsTheColourOfTheScaleItself(ColorScale scale) {
    Shading shading = new Shading(scale, 0.7, ScaleKind.LINEAR);

    for (int i = -200; i <= 200; i++) {
      assertThat(shading.argb(i / 200.0)).isEqualTo(scale.argb(i / 200.0, 0.7));
    }
  }

  @Test
  void symmetricLogFollowsItsFormula() {
    // ln 5001 / ln 10001, ln 11 / ln 10001, ln 2 / ln 10001, from another program.
    assertThat(ScaleKind.SYMMETRIC_LOG.bend(0.5)).isCloseTo(0.9247542, within(1e-7));
    assertThat(ScaleKind.SYMMETRIC_LOG.bend(-1e-3)).isCloseTo(-0.2603453, within(1e-7));
    assertThat(ScaleKind.SYMMETRIC_LOG.bend(1e-4)).isCloseTo(0.0752567, within(1e-7));
  }

  @Test
  void symmetricLogIsOddAndGrowsAllTheWay() {
    double before = 0;
    for (int exponent = -200; exponent <= 0; exponent++) {
      double share = StrictMath.pow(10, exponent / 20.0);
      double now = ScaleKind.SYMMETRIC_LOG.bend(share);
      assertThat(now).isGreaterThan(before);
      assertThat(ScaleKind.SYMMETRIC_LOG.bend(-share)).isEqualTo(-now);
      before = now;
    }
    assertThat(before).isEqualTo(1);
  }

  @Test
  void bothEndsAndTheMiddleKeepTheirColoursAtAnyLimit() {
    for (double limit : LIMITS) {
      for (ColorScale scale : ColorScale.values()) {
        Shading log = new Shading(scale, limit, ScaleKind.SYMMETRIC_LOG);
        assertThat(log.argb(limit)).isEqualTo(scale.argb(1, 1));
        assertThat(log.argb(-limit)).isEqualTo(scale.argb(-1, 1));
        assertThat(log.argb(0)).isEqualTo(scale.argb(0, 1));
        assertThat(log.argb(-0.0)).isEqualTo(scale.argb(0, 1));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatLiesBeyondTheLimitHasTheColourOfTheLimit(ScaleKind kind) {
    for (double limit : new double[] {1e-300, 2}) {
      Shading shading = new Shading(ColorScale.DIVERGING, limit, kind);
      for (double beyond : new double[] {1.001 * limit, 1e9, Double.MAX_VALUE}) {
        assertThat(shading.argb(beyond)).isEqualTo(ColorScale.DIVERGING.argb(1, 1));
        assertThat(shading.argb(-beyond)).isEqualTo(ColorScale.DIVERGING.argb(-1, 1));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNotFiniteHasItsOwnColourOnEveryKind(double value) {
    for (ScaleKind kind : ScaleKind.values()) {
      assertThat(new Shading(ColorScale.DIVERGING, 1, kind).argb(value))
          .isEqualTo(ColorScale.NOT_FINITE);
      assertThat(new Shading(ColorScale.DIVERGING, 0, kind).argb(value))
          .isEqualTo(ColorScale.NOT_FINITE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLimitOfZeroShowsEverythingAsZero(ScaleKind kind) {
    for (double value : new double[] {-3, 0, 3}) {
      assertThat(new Shading(ColorScale.DIVERGING, 0, kind).argb(value))
          .isEqualTo(ColorScale.DIVERGING.argb(0, 1));
    }
  }
}
