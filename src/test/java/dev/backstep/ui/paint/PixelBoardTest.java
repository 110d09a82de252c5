package dev.backstep.ui.paint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.Rows;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PixelBoardTest {
  private static final int RED = ColorScale.DIVERGING.argb(1, 1);
  private static final int BLUE = ColorScale.DIVERGING.argb(-1, 1);

  private final PixelBoard board = new PixelBoard();

  @ParameterizedTest
  @CsvSource({
    "1, 20, 10",
    "1.25, 20, 10",
    "1.5, 20, 10",
    "2, 20, 10",
    "1, 7, 13",
    "1.25, 17, 11",
    "1.5, 31, 23",
    "2, 333, 199"
  })
  void aBoardOfTwoColoursHasExactlyTwoColoursAtEveryScale(double scale, int columns, int rows) {
    int width = (int) Math.round(333 * scale);
    int height = (int) Math.round(199 * scale);
    board.reset(width, height);
    for (int c = 0; c < columns; c++) {
      int column = c;
      board.column(
          PixelBoard.edge(c, columns, width),
          PixelBoard.edge(c + 1, columns, width),
          rows,
          row -> (row + column) % 2 == 0 ? 1 : -1,
          ColorScale.DIVERGING,
          1);
    }

    assertThat(colors()).containsExactlyInAnyOrder(RED, BLUE);
    int least = height / rows;
    assertThat(cellHeights(rows)).allSatisfy(h -> assertThat(h).isBetween(least, least + 1));
  }

  private Set<Integer> colors() {
    Set<Integer> colors = new HashSet<>();
    for (int y = 0; y < board.height(); y++) {
      for (int x = 0; x < board.width(); x++) {
        colors.add(board.argb(x, y));
      }
    }
    return colors;
  }

  /** The heights of the runs of one colour down the first column, which must be as many as rows. */
  private Set<Integer> cellHeights(int rows) {
    Set<Integer> heights = new HashSet<>();
    int count = 0;
    int top = 0;
    for (int y = 1; y <= board.height(); y++) {
      if (y == board.height() || board.argb(0, y) != board.argb(0, top)) {
        heights.add(y - top);
        top = y;
        count++;
      }
    }
    assertThat(count).isEqualTo(rows);
    return heights;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 517, 1022, 1023})
  void aSpikeSurvivesWhereCellsAreSmallerThanPixels(int spike) {
    board.reset(3, 60);
    board.column(0, 3, 1024, i -> i == spike ? -1 : 0.01, ColorScale.DIVERGING, 1);

    long spikes = 0;
    for (int y = 0; y < 60; y++) {
      spikes += board.argb(1, y) == BLUE ? 1 : 0;
    }
    assertThat(spikes).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"0, 3", "3, 0", "1, 1", "64, 64", "10, 3", "1, 300", "200, 27", "300, 300"})
  void aMatrixIsTheSameAsPixelsAndAsRectangles(int rows, int cols) {
    Rows matrix = new Rows(rows, cols);
    for (int i = 0; i < rows * cols; i++) {
      matrix.row(i / cols)[i % cols] = i % 37 == 5 ? Double.NaN : i % 11 == 3 ? -1 : wavy(i);
    }
    Shading shading = new Shading(ColorScale.DIVERGING, 0.8, ScaleKind.LINEAR);
    board.reset(113, 97);
    board.matrix(matrix, shading);
    VectorBoard rectangles = new VectorBoard(1);
    rectangles.reset(113, 97);
    rectangles.matrix(matrix, shading);

    int painted = 0;
    for (Patch patch : rectangles.patches()) {
      for (int y = (int) patch.y(); y < patch.y() + patch.height(); y++) {
        for (int x = (int) patch.x(); x < patch.x() + patch.width(); x++) {
          assertThat(board.argb(x, y)).isEqualTo(patch.argb());
          painted++;
        }
      }
    }
    assertThat(painted).isEqualTo(rows * cols == 0 ? 0 : 113 * 97);
  }

  @Test
  void aNumberThatIsNoneWinsWhereverItStands() {
    double[][] orders = {
      {Double.NaN, 1, 5}, {1, Double.NaN, 5}, {1, 5, Double.NaN}, {Double.NaN, 1, 1e300}
    };
    for (double[] values : orders) {
      assertThat(PixelBoard.largest(0, 3, i -> values[i])).isNaN();
    }
    assertThat(PixelBoard.largest(0, 2, i -> i == 0 ? Double.NaN : Double.POSITIVE_INFINITY))
        .isNaN();
  }

  @Test
  void theLargestKeepsItsSign() {
    double[] values = {0.5, -2, 1.5};

    assertThat(PixelBoard.largest(0, 3, i -> values[i])).isEqualTo(-2);
    assertThat(PixelBoard.largest(2, 3, i -> values[i])).isEqualTo(1.5);
  }

  @ParameterizedTest
  @CsvSource({"1, 60", "3, 10", "7, 60", "60, 60", "61, 60", "128, 60", "1024, 77"})
  void whatIsReadAtAPixelHasTheColourThatIsSeenThere(int n, int height) {
    board.reset(1, height);
    board.column(0, 1, n, PixelBoardTest::wavy, ColorScale.DIVERGING, 1);

    for (int y = 0; y < height; y++) {
      int shown = PixelBoard.shownAt(y + 0.5, n, height, PixelBoardTest::wavy);
      assertThat(ColorScale.DIVERGING.argb(wavy(shown), 1)).isEqualTo(board.argb(0, y));
    }
  }

  private static double wavy(int i) {
    return StrictMath.sin(1.7 * i + 0.3);
  }

  @Test
  void besideTheBoardThereIsNoCell() {
    assertThat(PixelBoard.cellAt(-0.01, 5, 10)).isEqualTo(-1);
    assertThat(PixelBoard.cellAt(10, 5, 10)).isEqualTo(-1);
    assertThat(PixelBoard.cellAt(9.99, 5, 10)).isEqualTo(4);
    assertThat(PixelBoard.cellAt(0, 5, 0)).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.25, 1.5, 2})
  void theHatchHasNoColourOfAScale(double pixelsPerUnit) {
    int line = 0xffd0d7de;
    int ground = 0xffffffff;
    board.reset(40, 30);
    board.hatch(5, 35, pixelsPerUnit, line, ground);

    assertThat(colors()).containsExactlyInAnyOrder(0, line, ground);
    for (int i = -512; i <= 512; i++) {
      assertThat(ColorScale.DIVERGING.argb(i / 512.0, 1)).isNotIn(line, ground);
      assertThat(ColorScale.PROBABILITY.argb(Math.abs(i) / 512.0, 1)).isNotIn(line, ground);
    }
  }

  @Test
  void whatSticksOutOfTheBoardIsCutOff() {
    board.reset(4, 3);
    board.fill(-5, 1, 2, 99, RED);

    assertThat(board.argb(0, 0)).isZero();
    assertThat(board.argb(1, 1)).isEqualTo(RED);
    assertThat(board.argb(0, 2)).isEqualTo(RED);
    assertThat(board.argb(2, 1)).isZero();
    board.fill(9, 0, 12, 3, BLUE);
    assertThat(colors()).containsExactlyInAnyOrder(0, RED);
  }

  @Test
  void aSmallerBoardShowsNothingOfALargerOneBefore() {
    board.reset(20, 20);
    board.fill(0, 0, 20, 20, RED);
    board.reset(5, 6);

    assertThat(colors()).containsExactly(0);
    assertThat(board.width()).isEqualTo(5);
    assertThat(board.height()).isEqualTo(6);
  }

  @Test
  void aFrameLeavesItsInsideFree() {
    board.reset(8, 8);
    board.frame(1, 1, 7, 7, 2, RED);

    assertThat(board.argb(0, 0)).isZero();
    assertThat(board.argb(2, 2)).isEqualTo(RED);
    assertThat(board.argb(3, 3)).isZero();
    assertThat(board.argb(4, 4)).isZero();
    assertThat(board.argb(5, 5)).isEqualTo(RED);
  }
}
