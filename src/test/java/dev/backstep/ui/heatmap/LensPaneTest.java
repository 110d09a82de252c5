package dev.backstep.ui.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;

class LensPaneTest {
  private static final Bounds LENS = new BoundingBox(0, 0, 506, 198);

  /** The screens of the smallest window. */
  private static final Bounds ROOM = new BoundingBox(0, 0, 940, 590);

  @Test
  void whereverTheSquareIsTheLensLiesInTheRoomAndNotOnIt() {
    for (double x = 0; x <= ROOM.getWidth() - 44; x += 7) {
      for (double y = 0; y <= ROOM.getHeight() - 30; y += 7) {
        Bounds square = new BoundingBox(x, y, 44, 30);
        Point2D place = LensPane.beside(square, LENS, ROOM);
        Bounds lens =
            new BoundingBox(place.getX(), place.getY(), LENS.getWidth(), LENS.getHeight());
        assertThat(ROOM.contains(lens)).as("%s in the room", lens).isTrue();
        assertThat(lens.intersects(square)).as("%s on %s", lens, square).isFalse();
      }
    }
  }

  @Test
  void whereThereIsRoomNeitherBelowNorAboveItLiesAtTheSide() {
    Bounds low = new BoundingBox(0, 0, 1200, 300);
    Bounds square = new BoundingBox(100, 130, 44, 30);
    assertThat(LensPane.beside(square, LENS, low).getX()).isGreaterThan(144);
    Bounds right = new BoundingBox(1100, 130, 44, 30);
    assertThat(LensPane.beside(right, LENS, low).getX() + LENS.getWidth()).isLessThan(1100);
  }
}
