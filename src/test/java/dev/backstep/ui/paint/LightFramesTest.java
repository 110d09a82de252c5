package dev.backstep.ui.paint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.trace.links.Block;
import dev.backstep.trace.links.Light;
import dev.backstep.trace.links.Lights;
import dev.backstep.trace.links.LitMatrix;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The frames of what a number is made of and of what it feeds differ, on any colour. */
class LightFramesTest {
  private static final int SOURCE = 0xff00aa00;
  private static final int DESTINATION = 0xffaa00aa;
  private static final int GROUND = 0xffffffff;
  private static final int SQUARES = 0xff000080;
  private static final int SIZE = 60;
  private static final PixelBox ALL = new PixelBox(0, 0, SIZE, SIZE);
  private static final Light LIGHT =
      new Light(new LitMatrix.OfWeights("W2"), new Block(0, 1, 0, 1));

  /** The three that matter against one another at a glance: see ColorVisionTest. */
  private static final double CLEAR = 8 * 2.3;

  /** -color-bg-default of PrimerLight and PrimerDark. */
  private static final int[] GROUNDS = {0xffffff, 0x0d1117};

  private final PixelBoard board = new PixelBoard();

  private void paint(Lights lights, PixelBox box, double scale) {
    board.reset(SIZE, SIZE);
    board.fill(0, 0, SIZE, SIZE, SQUARES);
    new LightFrames(board, scale, SOURCE, DESTINATION, GROUND).paint(lights, ALL, block -> box);
  }

  private static Lights source() {
    return new Lights(List.of(LIGHT), List.of());
  }

  private static Lights destination() {
    return new Lights(List.of(), List.of(LIGHT));
  }

  private int count(int argb) {
    int count = 0;
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        count += board.argb(x, y) == argb ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void aSourceHasASolidFrameOfTwoPixelsWithALineOfGroundInside() {
    paint(source(), new PixelBox(10, 20, 50, 40), 1);
    assertThat(count(SOURCE)).isEqualTo(40 * 20 - 36 * 16);
    assertThat(count(GROUND)).isEqualTo(36 * 16 - 34 * 14);
    assertThat(board.argb(30, 21)).isEqualTo(SOURCE);
    assertThat(board.argb(30, 22)).isEqualTo(GROUND);
    assertThat(board.argb(30, 23)).isEqualTo(SQUARES);
  }

  @Test
  void whatIsFedHasAFrameWithGaps() {
    paint(destination(), new PixelBox(10, 20, 50, 40), 1);
    for (int y : new int[] {20, 39}) {
      assertThat(board.argb(10, y)).isEqualTo(DESTINATION);
      assertThat(board.argb(13, y)).isEqualTo(DESTINATION);
      assertThat(board.argb(14, y)).isEqualTo(GROUND);
      assertThat(board.argb(16, y)).isEqualTo(GROUND);
      assertThat(board.argb(17, y)).isEqualTo(DESTINATION);
    }
    assertThat(board.argb(10, 24)).isEqualTo(GROUND);
    assertThat(board.argb(30, 23)).isEqualTo(SQUARES);
  }

  @Test
  void theSmallestSquareIsFramedAroundAndStaysVisible() {
    for (Lights lights : List.of(source(), destination())) {
      paint(lights, new PixelBox(30, 30, 32, 31), 1);
      assertThat(board.argb(30, 30)).isEqualTo(SQUARES);
      assertThat(board.argb(31, 30)).isEqualTo(SQUARES);
      assertThat(board.argb(29, 30)).isEqualTo(GROUND);
      assertThat(board.argb(27, 27)).isNotEqualTo(SQUARES).isNotEqualTo(GROUND);
    }
  }

  @Test
  void atTwiceAsManyPixelsLinesAndGapsAreTwiceAsLarge() {
    paint(destination(), new PixelBox(0, 0, SIZE, SIZE), 2);
    assertThat(board.argb(30, 3)).isIn(DESTINATION, GROUND);
    assertThat(board.argb(7, 3)).isEqualTo(DESTINATION);
    assertThat(board.argb(8, 3)).isEqualTo(GROUND);
    assertThat(board.argb(13, 0)).isEqualTo(GROUND);
    assertThat(board.argb(14, 0)).isEqualTo(DESTINATION);
    assertThat(board.argb(30, 5)).isEqualTo(GROUND);
    assertThat(board.argb(30, 6)).isEqualTo(SQUARES);
  }

  @ParameterizedTest
  @EnumSource
  void theTwoColoursAreFarApartForEveryVision(ColorVision vision) throws IOException {
    for (String theme : ThemeContrastTest.THEMES) {
      int source = ThemeContrastTest.color(theme, "lit-source");
      int destination = ThemeContrastTest.color(theme, "lit-destination");
      assertThat(vision.distance(source, destination)).as(theme).isGreaterThan(CLEAR);
    }
  }

  @ParameterizedTest
  @EnumSource
  void onSquaresOfAnyColourTheFrameOrItsLineOfGroundIsFarFromThem(ColorVision vision)
      throws IOException {
    for (int i = 0; i < GROUNDS.length; i++) {
      for (String name : List.of("lit-source", "lit-destination")) {
        int frame = ThemeContrastTest.color(ThemeContrastTest.THEMES.get(i), name);
        assertThat(vision.distance(frame, GROUNDS[i])).as(name).isGreaterThan(CLEAR);
        assertFarFromEverySquare(vision, frame, GROUNDS[i]);
      }
    }
  }

  private static void assertFarFromEverySquare(ColorVision vision, int frame, int ground) {
    for (ColorScale scale : ColorScale.values()) {
      for (int i = 0; i <= 512; i++) {
        int square = scale.argb(scale.lowest() + i / 512.0 * (1 - scale.lowest()), 1);
        double distance = Math.max(vision.distance(frame, square), vision.distance(ground, square));
        assertThat(distance).as("#%06x on %s at %d", frame, scale, i).isGreaterThan(CLEAR);
      }
    }
  }
}
