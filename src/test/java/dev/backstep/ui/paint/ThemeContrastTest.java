package dev.backstep.ui.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The colours with a meaning can be read as text: WCAG 2.1, success criterion 1.4.3, level AA. */
class ThemeContrastTest {
  private static final double READABLE = 4.5;

  /** Success criterion 1.4.11: what must be seen to operate something. */
  private static final double VISIBLE = 3;

  /** -color-bg-default and -color-bg-subtle of PrimerLight and PrimerDark. */
  private static final int[] LIGHT = {0xffffff, 0xf6f8fa};

  private static final int[] DARK = {0x0d1117, 0x161b22};

  /** The selectors of the light and of the dark colours. */
  static final List<String> THEMES = List.of(".root", ".root.dark");

  /** -color-fg-default of both. */
  private static final int LIGHT_INK = 0x24292f;

  private static final int DARK_INK = 0xc9d1d9;

  @Test
  void contrastIsThatOfTheGuidelines() {
    assertThat(contrast(0x000000, 0xffffff)).isEqualTo(21);
    assertThat(contrast(0x777777, 0xffffff)).isBetween(4.47, 4.49);
    assertThat(contrast(0xffffff, 0x767676)).isBetween(4.53, 4.55);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "forward",
        "backward",
        "loss",
        "update",
        "run-a",
        "run-b",
        "held-out",
        "lit-source",
        "lit-destination"
      })
  void everyColourWithAMeaningIsReadableInBothThemes(String name) throws IOException {
    for (int ground : LIGHT) {
      assertReadable(name, color(".root", name), ground);
    }
    for (int ground : DARK) {
      assertReadable(name, color(".root.dark", name), ground);
    }
  }

  @Test
  void theFocusRingStandsOutFromWhatIsAroundIt() throws IOException {
    for (int ground : LIGHT) {
      assertContrast("focus-ring", color(".root", "focus-ring"), ground, VISIBLE);
    }
    for (int ground : DARK) {
      assertContrast("focus-ring", color(".root.dark", "focus-ring"), ground, VISIBLE);
    }
  }

  /** Of the two colours of the frame one is seen on whatever number it stands. */
  @ParameterizedTest
  @EnumSource(ColorScale.class)
  void theFrameOfTheKeysStandsOutFromEveryColourOfAScale(ColorScale scale) {
    for (int i = -100; i <= 100; i++) {
      int argb = scale.argb(i, 100) & 0xffffff;
      assertThat(Math.max(contrast(LIGHT_INK, argb), contrast(LIGHT[0], argb)))
          .isGreaterThanOrEqualTo(VISIBLE);
      assertThat(Math.max(contrast(DARK_INK, argb), contrast(DARK[0], argb)))
          .isGreaterThanOrEqualTo(VISIBLE);
    }
  }

  /** A number in the lens is black or white. */
  @ParameterizedTest
  @EnumSource(ColorScale.class)
  void everyNumberInTheLensIsReadable(ColorScale scale) {
    for (int i = -1000; i <= 1000; i++) {
      int argb = scale.argb(i, 1000);
      int text = Luminance.isLight(argb) ? 0x000000 : 0xffffff;
      assertContrast("text", text, argb & 0xffffff, READABLE);
    }
    int text = Luminance.isLight(ColorScale.NOT_FINITE) ? 0x000000 : 0xffffff;
    assertContrast("text", text, ColorScale.NOT_FINITE & 0xffffff, READABLE);
  }

  private static void assertContrast(String name, int color, int ground, double least) {
    assertThat(contrast(color, ground))
        .as("-%s #%06x on #%06x", name, color, ground)
        .isGreaterThanOrEqualTo(least);
  }

  private static void assertReadable(String name, int color, int ground) {
    assertContrast(name, color, ground, READABLE);
  }

  static int color(String selector, String name) throws IOException {
    Matcher block =
        Pattern.compile("(?m)^" + Pattern.quote(selector) + " \\{([^}]*)}").matcher(css());
    assertThat(block.find()).as(selector).isTrue();
    Matcher color =
        Pattern.compile("(?m)^\\s*-" + name + ": #([0-9a-f]{6});").matcher(block.group(1));
    assertThat(color.find()).as("-%s in %s", name, selector).isTrue();
    return Integer.parseInt(color.group(1), 16);
  }

  private static String css() throws IOException {
    try (InputStream in = ThemeContrastTest.class.getResourceAsStream("theme.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static double contrast(int a, int b) {
    double lighter = Math.max(luminance(a), luminance(b));
    double darker = Math.min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
  }

  private static double luminance(int rgb) {
    double[] linear = ColorVision.linear(rgb);
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  }
}
