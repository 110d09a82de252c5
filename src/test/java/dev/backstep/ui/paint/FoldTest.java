package dev.backstep.ui.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldTest {
  @ParameterizedTest
  @CsvSource({
    // a column of Step in a window of 1440 × 900, then of 2560 × 1440
    "16, 58, 54, 4, 4",
    "32, 58, 54, 8, 4",
    "27, 58, 54, 7, 4",
    "5, 58, 54, 3, 2",
    "16, 178, 115, 4, 4",
    "32, 178, 115, 8, 4",
    "64, 58, 54, 8, 8",
    "100, 58, 54, 10, 10",
    // in a window of 1024 × 700
    "16, 38, 26, 4, 4",
    "32, 38, 26, 8, 4",
    "27, 38, 26, 7, 4"
  })
  void squaresAreNearlySquareAndTheGridIsNearlyFull(
      int count, double width, double height, int columns, int rows) {
    Fold fold = Fold.squares(count, width, height);

    assertThat(fold.columns()).isEqualTo(columns);
    assertThat(fold.rows()).isEqualTo(rows);
  }

  /** Narrow or wide, low or high: a unit is where one looks for it. */
  @ParameterizedTest
  @ValueSource(ints = {5, 8, 10, 16, 27, 32, 50, 64})
  void aUnitHasTheSamePlaceInColumnsOfEverySize(int count) {
    Fold usual = Fold.squares(count, 58, 54);
    int folded = 0;
    for (double width = 20; width <= 192; width += 4) {
      for (double height = 20; height <= 320; height += 10) {
        Fold fold = Fold.squares(count, width, height);
        folded += fold.isStripes() ? 0 : 1;
        assertThat(fold).isIn(usual, Fold.stripes(count));
      }
    }
    assertThat(folded).isPositive();
    assertThat(Fold.squares(count, 192, 320)).isEqualTo(usual);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 16, 27, 31, 32, 33, 64, 100})
  void everyUnitHasAPlaceOfItsOwnFromWhichItIsFoundAgain(int count) {
    Fold fold = Fold.squares(count, 58, 54);
    Set<Integer> found = new HashSet<>();

    for (int down = 0; down < fold.rows(); down++) {
      for (int across = 0; across < fold.columns(); across++) {
        int unit = fold.unitAt(across, down);
        if (unit >= 0) {
          found.add(unit);
          assertThat(fold.across(unit)).isEqualTo(across);
          assertThat(fold.down(unit)).isEqualTo(down);
        }
      }
    }
    assertThat(found).hasSize(count);
    assertThat(fold.unitAt(-1, 0)).isEqualTo(-1);
    assertThat(fold.unitAt(fold.columns(), 0)).isEqualTo(-1);
    assertThat(fold.unitAt(0, fold.rows())).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 27, 32, 100})
  void whereASquareIsDrawnItIsHit(int count) {
    Fold fold = Fold.squares(count, 59, 53);
    int x0 = 100;
    int x1 = 159;

    for (int unit = 0; unit < count; unit++) {
      PixelBox box = fold.box(unit, x0, x1, 53);
      assertThat(box.x0()).isGreaterThanOrEqualTo(x0);
      assertThat(box.x1()).isLessThanOrEqualTo(x1);
      for (int x = box.x0(); x < box.x1(); x++) {
        assertThat(fold.unitAt(x - x0, box.y0(), x1 - x0, 53)).isEqualTo(unit);
      }
      for (int y = box.y0(); y < box.y1(); y++) {
        assertThat(fold.unitAt(box.x0() - x0, y, x1 - x0, 53)).isEqualTo(unit);
      }
    }
  }

  @Test
  void nothingIsHitWhereTheLastRowHasEndedAndBeyondTheEnds() {
    Fold fold = new Fold(27, 6);

    assertThat(fold.unitAt(59, 49, 60, 50)).isEqualTo(-1);
    assertThat(fold.unitAt(25, 49, 60, 50)).isEqualTo(26);
    assertThat(fold.unitAt(60, 10, 60, 50)).isEqualTo(-1);
    assertThat(fold.unitAt(10, -1, 60, 50)).isEqualTo(-1);
  }

  @Test
  void unitsInOneRowAreFramedExactlyAndAllOfThemTogether() {
    Fold fold = new Fold(32, 8);

    assertThat(fold.box(9, 11, 0, 80, 40)).isEqualTo(new PixelBox(10, 10, 30, 20));
    assertThat(fold.box(0, 32, 0, 80, 40)).isEqualTo(new PixelBox(0, 0, 80, 40));
  }

  @ParameterizedTest
  @CsvSource({"256, 58, 54", "32, 12, 54", "16, 58, 3"})
  void squaresThatWouldBeTooSmallAreStripes(int count, double width, double height) {
    assertThat(Fold.squares(count, width, height)).isEqualTo(Fold.stripes(count));
  }
}
