package dev.backstep.ui.heatmap;

import dev.backstep.math.MatrixView;
import javafx.scene.layout.Region;

/**
 * Room for a matrix whose numbers are squares, as large as fits, from the upper left corner on.
 * Where there is not even a pixel for each number, all of the room is taken.
 */
public final class SquareRoom extends Region {
  /** From here on a pixel less is hardly missed, and squares that are all alike are sharper. */
  private static final double WHOLE_FROM = 4;

  private final MatrixHeatmap map;

  public SquareRoom(MatrixHeatmap map) {
    this.map = map;
    setMinSize(0, 0);
    getChildren().add(map);
    map.valuesProperty().addListener(observable -> requestLayout());
  }

  @Override
  protected void layoutChildren() {
    double side = side(map.valuesProperty().get());
    boolean isSquare = side >= 1;
    MatrixView matrix = map.valuesProperty().get();
    map.resizeRelocate(
        0,
        0,
        isSquare ? side * matrix.cols() : getWidth(),
        isSquare ? side * matrix.rows() : getHeight());
  }

  /** The side of a square; 0 without a matrix. */
  private double side(MatrixView matrix) {
    if (matrix == null) {
      return 0;
    }
    double side = Math.min(getWidth() / matrix.cols(), getHeight() / matrix.rows());
    return side >= WHOLE_FROM ? Math.floor(side) : side;
  }
}
