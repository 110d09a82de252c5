package dev.backstep.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowBoundsTest {
  private static final Rectangle2D SCREEN = new Rectangle2D(0, 30, 1440, 870);
  private static final Rectangle2D BESIDE = new Rectangle2D(1440, 0, 2560, 1440);

  private final WindowBounds bounds = new WindowBounds(List.of(SCREEN, BESIDE));

  @ParameterizedTest
  @CsvSource({"1440, 900", "1366, 768", "1920, 1080", "2560, 1440", "1280, 1024", "1024, 700"})
  void theFirstWindowTakesNearlyAllOfTheScreenInItsMiddle(double width, double height) {
    Rectangle2D screen = new Rectangle2D(100, 24, width, height);
    Rectangle2D first = new WindowBounds(List.of(screen)).first();
    assertThat(screen.contains(first)).isTrue();
    assertThat(first.getWidth()).isGreaterThanOrEqualTo(0.9 * width);
    assertThat(first.getHeight()).isGreaterThanOrEqualTo(0.9 * height);
    assertThat(first.getWidth()).isLessThanOrEqualTo(Math.max(1024, 0.95 * width));
    assertThat(first.getHeight()).isLessThanOrEqualTo(Math.max(700, 0.95 * height));
    double left = first.getMinX() - screen.getMinX();
    double above = first.getMinY() - screen.getMinY();
    assertThat(screen.getMaxX() - first.getMaxX()).isBetween(left, left + 1);
    assertThat(screen.getMaxY() - first.getMaxY()).isBetween(above, above + 1);
  }

  @Test
  void aScreenBelowTheLeastSizeIsTakenWhole() {
    Rectangle2D screen = new Rectangle2D(0, 0, 1280, 660);
    assertThat(new WindowBounds(List.of(screen)).first().getHeight()).isEqualTo(660);
  }

  @Test
  void aWindowThatFitsIsWhereItWas() {
    assertThat(bounds.again(120, 60, 1100, 750)).isEqualTo(new Rectangle2D(120, 60, 1100, 750));
    assertThat(bounds.again(1500, 60, 2000, 1200)).isEqualTo(new Rectangle2D(1500, 60, 2000, 1200));
  }

  @Test
  void whatHangsOverTheEdgeIsMovedIn() {
    assertThat(bounds.again(-300, -200, 1100, 750)).isEqualTo(new Rectangle2D(0, 30, 1100, 750));
    assertThat(bounds.again(1300, 500, 1100, 750)).isEqualTo(new Rectangle2D(1440, 500, 1100, 750));
  }

  @Test
  void whatNoScreenHasRoomForIsMadeSmaller() {
    assertThat(bounds.again(0, 30, 1900, 1000)).isEqualTo(SCREEN);
    assertThat(bounds.again(10, 40, 300, 200)).isEqualTo(new Rectangle2D(10, 40, 1024, 700));
  }

  @Test
  void aWindowOnAScreenThatIsGoneComesIntoTheMiddle() {
    assertThat(bounds.again(9000, 9000, 1100, 750)).isEqualTo(new Rectangle2D(170, 90, 1100, 750));
  }

  @Test
  void whereOnlyTheSizeIsKnownItIsKept() {
    assertThat(bounds.again(Double.NaN, Double.NaN, 1100, 750))
        .isEqualTo(new Rectangle2D(170, 90, 1100, 750));
  }

  @ParameterizedTest
  @CsvSource({"NaN, NaN", "0, 0", "-5, 700", "Infinity, 700"})
  void aSizeThatIsNoneIsThatOfAFirstWindow(double width, double height) {
    assertThat(bounds.again(0, 0, width, height)).isEqualTo(bounds.first());
  }
}
