package dev.backstep.ui.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.ui.paint.Fold;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class SquareCursorTest {
  private static KeyEvent key(KeyCode code, boolean shift, boolean control, boolean alt) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, alt, false);
  }

  private static Place moved(Place from, KeyCode code, boolean control) {
    return SquareCursor.moved(from, key(code, false, control, false), 30, 25);
  }

  @Test
  void arrowsGoOneOnAndPagesTenAndNeitherLeavesThePicture() {
    Place from = new Place(5, 5);
    assertThat(moved(from, KeyCode.LEFT, false)).isEqualTo(new Place(4, 5));
    assertThat(moved(from, KeyCode.RIGHT, false)).isEqualTo(new Place(6, 5));
    assertThat(moved(from, KeyCode.UP, false)).isEqualTo(new Place(5, 4));
    assertThat(moved(from, KeyCode.DOWN, false)).isEqualTo(new Place(5, 6));
    assertThat(moved(from, KeyCode.PAGE_DOWN, false)).isEqualTo(new Place(5, 15));
    assertThat(moved(from, KeyCode.PAGE_UP, false)).isEqualTo(new Place(5, 0));
    assertThat(moved(new Place(29, 24), KeyCode.RIGHT, false)).isEqualTo(new Place(29, 24));
    assertThat(moved(new Place(29, 24), KeyCode.DOWN, false)).isEqualTo(new Place(29, 24));
  }

  @Test
  void homeAndEndLeadToTheEndsOfTheRowAndWithControlToTheCorners() {
    Place from = new Place(5, 5);
    assertThat(moved(from, KeyCode.HOME, false)).isEqualTo(new Place(0, 5));
    assertThat(moved(from, KeyCode.END, false)).isEqualTo(new Place(29, 5));
    assertThat(moved(from, KeyCode.HOME, true)).isEqualTo(new Place(0, 0));
    assertThat(moved(from, KeyCode.END, true)).isEqualTo(new Place(29, 24));
  }

  @Test
  void onlyItsOwnKeysAreTaken() {
    assertThat(SquareCursor.uses(key(KeyCode.SPACE, false, false, false))).isTrue();
    assertThat(SquareCursor.uses(key(KeyCode.ESCAPE, false, false, false))).isTrue();
    assertThat(SquareCursor.uses(key(KeyCode.END, false, true, false))).isTrue();
    assertThat(SquareCursor.uses(key(KeyCode.RIGHT, false, true, false))).isFalse();
    assertThat(SquareCursor.uses(key(KeyCode.RIGHT, false, false, true))).isFalse();
    assertThat(SquareCursor.uses(key(KeyCode.U, false, false, false))).isFalse();
    assertThat(SquareCursor.uses(key(KeyCode.BACK_SPACE, false, false, false))).isFalse();
    assertThat(SquareCursor.uses(key(KeyCode.TAB, false, false, false))).isFalse();
    assertThat(SquareCursor.uses(key(KeyCode.TAB, true, false, false))).isFalse();
  }

  /** Seven units in rows of three, at thirty timesteps: the last row has only unit 6. */
  private static Place movedInGrid(int t, int unit, KeyCode code) {
    return SquareCursor.moved(
        new Place(t, unit), key(code, false, false, false), 30, new Fold(7, 3));
  }

  @Test
  void whereColumnsAreFoldedTheArrowsGoFromSquareToSquareAndIntoTheNextGrid() {
    assertThat(movedInGrid(5, 4, KeyCode.RIGHT)).isEqualTo(new Place(5, 5));
    assertThat(movedInGrid(5, 5, KeyCode.RIGHT)).isEqualTo(new Place(6, 3));
    assertThat(movedInGrid(6, 3, KeyCode.LEFT)).isEqualTo(new Place(5, 5));
    assertThat(movedInGrid(5, 4, KeyCode.UP)).isEqualTo(new Place(5, 1));
    assertThat(movedInGrid(5, 0, KeyCode.DOWN)).isEqualTo(new Place(5, 3));
    assertThat(movedInGrid(0, 0, KeyCode.LEFT)).isEqualTo(new Place(0, 0));
    assertThat(movedInGrid(29, 5, KeyCode.RIGHT)).isEqualTo(new Place(29, 5));
  }

  @Test
  void whereTheLastRowOfAGridHasEndedTheArrowsStopOrGoOnInTheNext() {
    assertThat(movedInGrid(5, 6, KeyCode.RIGHT)).isEqualTo(new Place(6, 6));
    assertThat(movedInGrid(6, 6, KeyCode.LEFT)).isEqualTo(new Place(5, 6));
    assertThat(movedInGrid(29, 6, KeyCode.RIGHT)).isEqualTo(new Place(29, 6));
    assertThat(movedInGrid(5, 4, KeyCode.DOWN)).isEqualTo(new Place(5, 4));
    assertThat(movedInGrid(5, 1, KeyCode.PAGE_DOWN)).isEqualTo(new Place(5, 4));
    assertThat(movedInGrid(5, 6, KeyCode.PAGE_UP)).isEqualTo(new Place(5, 0));
  }

  @Test
  void homeAndEndKeepTheUnitAlsoInAGrid() {
    assertThat(movedInGrid(5, 4, KeyCode.HOME)).isEqualTo(new Place(0, 4));
    assertThat(movedInGrid(5, 4, KeyCode.END)).isEqualTo(new Place(29, 4));
  }

  @Test
  void fromTheFirstSquareEverySquareOfEveryGridIsReached() {
    Set<Place> reached = new HashSet<>(Set.of(new Place(0, 0)));
    Deque<Place> toGo = new ArrayDeque<>(reached);
    while (!toGo.isEmpty()) {
      Place from = toGo.remove();
      for (KeyCode code : List.of(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.UP, KeyCode.DOWN)) {
        Place to = movedInGrid(from.across(), from.down(), code);
        if (reached.add(to)) {
          toGo.add(to);
        }
      }
    }
    assertThat(reached).hasSize(30 * 7);
  }
}
