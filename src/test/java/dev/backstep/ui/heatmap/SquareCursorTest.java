package dev.backstep.ui.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

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
}
