package dev.backstep.ui.paint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColorScaleTest {
  private static final int MIDDLE = 0xfff7f7f7;
  private static final int STEPS = 512;

  /** -color-bg-default of PrimerDark. */
  private static final int DARK_GROUND = 0xff0d1117;

  /** Steps so far apart that the rounding of a channel to 8 bits does not matter. */
  private static final int CLEAR_STEPS = 64;

  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 0.37, 1, 5, 1e300})
  void zeroIsExactlyTheMiddleColour(double limit) {
    assertThat(ColorScale.DIVERGING.argb(0, limit)).isEqualTo(MIDDLE);
    assertThat(ColorScale.DIVERGING.argb(-0.0, limit)).isEqualTo(MIDDLE);
  }

  @Test
  void itGetsDarkerAwayFromZeroOnBothSides() {
    for (int i = 1; i <= CLEAR_STEPS; i++) {
      for (int sign : new int[] {-1, 1}) {
        double outer = lightness(ColorScale.DIVERGING.argb(sign * (double) i / CLEAR_STEPS, 1));
        double inner = lightness(ColorScale.DIVERGING.argb(sign * (i - 1.0) / CLEAR_STEPS, 1));
        assertThat(outer).as("step %d, side %d", i, sign).isLessThan(inner);
      }
    }
    assertThat(lightness(ColorScale.DIVERGING.argb(0, 1))).isGreaterThan(95);
    assertThat(lightness(ColorScale.DIVERGING.argb(1, 1))).isLessThan(25);
    assertThat(lightness(ColorScale.DIVERGING.argb(-1, 1))).isLessThan(25);
  }

  @Test
  void onADarkGroundZeroIsDarkAndItGetsLighterAwayFromItOnBothSides() {
    ColorScale dark = ColorScale.DIVERGING.on(DARK_GROUND);
    for (int i = 1; i <= CLEAR_STEPS; i++) {
      for (int sign : new int[] {-1, 1}) {
        double outer = lightness(dark.argb(sign * (double) i / CLEAR_STEPS, 1));
        double inner = lightness(dark.argb(sign * (i - 1.0) / CLEAR_STEPS, 1));
        assertThat(outer).as("step %d, side %d", i, sign).isGreaterThan(inner);
      }
    }
    assertThat(lightness(dark.argb(0, 1))).isBetween(lightness(DARK_GROUND) + 10, 25.0);
    assertThat(lightness(dark.argb(1, 1))).isGreaterThan(80);
    assertThat(lightness(dark.argb(-1, 1))).isGreaterThan(80);
  }

  @Test
  void onlyWhatHasASignIsDrawnInOtherColoursOnADarkGround() {
    assertThat(ColorScale.DIVERGING.on(0xffffffff)).isEqualTo(ColorScale.DIVERGING);
    assertThat(ColorScale.PROBABILITY.on(DARK_GROUND)).isEqualTo(ColorScale.PROBABILITY);
  }

  @ParameterizedTest
  @EnumSource(names = {"DIVERGING", "DIVERGING_ON_DARK"})
  void negativeIsBlueAndPositiveIsRed(ColorScale scale) {
    for (double magnitude : new double[] {0.05, 0.2, 0.6, 1}) {
      int negative = scale.argb(-magnitude, 1);
      int positive = scale.argb(magnitude, 1);
      assertThat(negative & 0xff).isGreaterThan((negative >> 16) & 0xff);
      assertThat(positive & 0xff).isLessThan((positive >> 16) & 0xff);
    }
  }

  @Test
  void probabilitiesGetLighterFromZeroToOne() {
    for (int i = 1; i <= CLEAR_STEPS; i++) {
      double above = lightness(ColorScale.PROBABILITY.argb((double) i / CLEAR_STEPS, 1));
      double below = lightness(ColorScale.PROBABILITY.argb((i - 1.0) / CLEAR_STEPS, 1));
      assertThat(above).as("step %d", i).isGreaterThan(below);
    }
    assertThat(ColorScale.PROBABILITY.argb(0, 1)).isEqualTo(0xff440154);
    assertThat(ColorScale.PROBABILITY.argb(1, 1)).isEqualTo(0xfffde725);
  }

  @ParameterizedTest
  @EnumSource
  void whatLiesBeyondTheLimitHasTheColourOfTheLimit(ColorScale scale) {
    int strongest = scale.argb(1, 1);
    int weakest = scale.argb(scale.lowest(), 1);

    for (double beyond : new double[] {1.001, 3, 1e7, 1e9, 1e20, Double.MAX_VALUE}) {
      assertThat(scale.argb(beyond, 1)).as("%s", beyond).isEqualTo(strongest);
      assertThat(scale.argb(-beyond, 1)).as("%s", -beyond).isEqualTo(weakest);
    }
    assertThat(scale.argb(1e300, 1e-300)).isEqualTo(strongest);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotFiniteHasAColourOfItsOwn(ColorScale scale) {
    for (double value :
        new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
      assertThat(scale.argb(value, 1)).isEqualTo(ColorScale.NOT_FINITE);
      assertThat(scale.argb(value, 0)).isEqualTo(ColorScale.NOT_FINITE);
    }
    for (int i = -2 * STEPS; i <= 2 * STEPS; i++) {
      assertThat(scale.argb((double) i / STEPS, 1)).isNotEqualTo(ColorScale.NOT_FINITE);
    }
  }

  @Test
  void aLimitOfZeroShowsEverythingAsZero() {
    for (double value : new double[] {-3, 0, 3}) {
      assertThat(ColorScale.DIVERGING.argb(value, 0)).isEqualTo(MIDDLE);
      assertThat(ColorScale.PROBABILITY.argb(value, 0)).isEqualTo(0xff440154);
    }
  }

  @Test
  void onlyTheShareOfTheLimitCounts() {
    assertThat(ColorScale.DIVERGING.argb(0.3, 1)).isEqualTo(ColorScale.DIVERGING.argb(3e-5, 1e-4));
  }

  /** CIELAB L* of an sRGB colour under D65. */
  private static double lightness(int argb) {
    double y =
        0.2126729 * linear((argb >> 16) & 0xff)
            + 0.7151522 * linear((argb >> 8) & 0xff)
            + 0.0721750 * linear(argb & 0xff);
    double epsilon = 216.0 / 24389;
    return y > epsilon ? 116 * StrictMath.cbrt(y) - 16 : y * 24389 / 27;
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : StrictMath.pow((c + 0.055) / 1.055, 2.4);
  }
}
