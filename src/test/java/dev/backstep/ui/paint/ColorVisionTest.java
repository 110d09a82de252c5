package dev.backstep.ui.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both scales keep their meaning for the three deficiencies of colour vision. */
class ColorVisionTest {
  /** ΔE*ab that half of all people just see between large fields side by side (Mahy 1994). */
  private static final double JUST_SEEN = 2.3;

  /** Squares are small and often apart, so that neighbouring steps need a multiple of it. */
  private static final double STEP = 3 * JUST_SEEN;

  /** The sign is the most important thing that a colour says. */
  private static final double SIGN = 8 * JUST_SEEN;

  /** The distance at which a wrong square is found at a glance among thousands. */
  private static final double ALARM = 15 * JUST_SEEN;

  private static final int FINE = 512;

  private static final List<ColorScale> SIGNED =
      List.of(ColorScale.DIVERGING, ColorScale.DIVERGING_ON_DARK);

  @ParameterizedTest
  @EnumSource
  void greysStayGreyForEveryVision(ColorVision vision) {
    for (int grey : new int[] {0, 0x404040, 0x808080, 0xffffff}) {
      assertThat(vision.lab(grey)).containsExactly(ColorVision.NORMAL.lab(grey), within(0.1));
    }
    assertThat(vision.lab(0xffffff)).containsExactly(new double[] {100, 0, 0}, within(0.1));
  }

  @Test
  void eachDeficiencyTakesAwayItsOwnDifferences() {
    assertThat(lost(ColorVision.PROTANOPIA, 0xa06000, 0x608000)).isTrue();
    assertThat(lost(ColorVision.DEUTERANOPIA, 0xd06040, 0x888838)).isTrue();
    assertThat(lost(ColorVision.TRITANOPIA, 0x0080c0, 0x008878)).isTrue();
    assertThat(lost(ColorVision.TRITANOPIA, 0xd06040, 0x888838)).isFalse();
    assertThat(lost(ColorVision.DEUTERANOPIA, 0x0080c0, 0x008878)).isFalse();
  }

  private static boolean lost(ColorVision vision, int argb, int other) {
    return vision.distance(argb, other) < ColorVision.NORMAL.distance(argb, other) / 2;
  }

  @ParameterizedTest
  @EnumSource
  void nineEvenStepsOfEachScaleStayApart(ColorVision vision) {
    for (ColorScale scale : ColorScale.values()) {
      for (int i = 1; i <= 8; i++) {
        int below = at(scale, (i - 1) / 8.0);
        assertThat(vision.distance(below, at(scale, i / 8.0)))
            .as("%s, step %d", scale, i)
            .isGreaterThan(STEP);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSignOfANumberIsSeenFromAFifthOfTheLimitOn(ColorVision vision) {
    for (ColorScale scale : SIGNED) {
      for (int i = 20; i <= 100; i++) {
        int positive = scale.argb(i / 100.0, 1);
        int negative = scale.argb(-i / 100.0, 1);
        assertThat(vision.distance(positive, negative)).as("±0.%02d", i).isGreaterThan(SIGN);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotFiniteIsFarFromEveryColourOfBothScales(ColorVision vision) {
    for (ColorScale scale : ColorScale.values()) {
      for (int i = 0; i <= FINE; i++) {
        int argb = at(scale, (double) i / FINE);
        assertThat(vision.distance(ColorScale.NOT_FINITE, argb))
            .as("%s at %d of %d", scale, i, FINE)
            .isGreaterThan(ALARM);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aThousandthOfTheLimitIsColouredOnTheLogarithmicScale(ColorVision vision) {
    for (ColorScale scale : SIGNED) {
      int zero = scale.argb(0, 1);
      for (double value : new double[] {-0.005, 0.005}) {
        int linear = new Shading(scale, 5, ScaleKind.LINEAR).argb(value);
        int log = new Shading(scale, 5, ScaleKind.SYMMETRIC_LOG).argb(value);
        assertThat(vision.distance(zero, linear)).as("linear").isLessThan(JUST_SEEN);
        assertThat(vision.distance(zero, log)).as("logarithmic").isGreaterThan(STEP);
      }
    }
  }

  private static int at(ColorScale scale, double share) {
    return scale.argb(scale.lowest() + share * (1 - scale.lowest()), 1);
  }
}
