package dev.backstep.ui.pointer;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;

class PointerPaneTest {
  private static final Bounds ROOM = new BoundingBox(0, 0, 1000, 600);
  private static final Bounds SIZE = new BoundingBox(0, 0, 200, 40);

  private static Point2D at(Bounds pointed, boolean isAbove) {
    return PointerPane.beside(pointed, SIZE, ROOM, isAbove);
  }

  @Test
  void itLiesBelowAndToTheRight() {
    assertThat(at(new BoundingBox(100, 100, 0, 0), false)).isEqualTo(new Point2D(114, 114));
    assertThat(at(new BoundingBox(100, 100, 20, 10), false)).isEqualTo(new Point2D(134, 124));
  }

  @Test
  void atTheEdgesOfTheWindowItIsOnTheOtherSide() {
    assertThat(at(new BoundingBox(990, 100, 0, 0), false)).isEqualTo(new Point2D(776, 114));
    assertThat(at(new BoundingBox(100, 590, 0, 0), false)).isEqualTo(new Point2D(114, 536));
    assertThat(at(new BoundingBox(990, 590, 0, 0), false)).isEqualTo(new Point2D(776, 536));
  }

  @Test
  void besideALensItLiesAboveWhereThereIsRoom() {
    assertThat(at(new BoundingBox(100, 100, 0, 0), true)).isEqualTo(new Point2D(114, 46));
    assertThat(at(new BoundingBox(100, 20, 0, 0), true)).isEqualTo(new Point2D(114, 34));
  }

  @Test
  void itIsNeverOnWhatIsPointedAtNorOutsideOfTheWindow() {
    for (double x = 0; x < 1000; x += 13) {
      for (double y = 0; y < 600; y += 7) {
        Bounds pointed = new BoundingBox(x, y, 3, 3);
        for (boolean isAbove : new boolean[] {false, true}) {
          Point2D at = at(pointed, isAbove);
          Bounds note = new BoundingBox(at.getX(), at.getY(), 200, 40);
          assertThat(note.intersects(pointed)).isFalse();
          assertThat(ROOM.contains(note)).as("%s", note).isTrue();
        }
      }
    }
  }
}
