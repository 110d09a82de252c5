package dev.backstep.ui.heatmap;

import dev.backstep.math.MatrixView;
import dev.backstep.ui.paint.ColorScale;
import dev.backstep.ui.paint.PixelBoard;
import dev.backstep.ui.paint.PixelRegion;
import dev.backstep.ui.paint.ScaleKind;
import dev.backstep.ui.paint.Shading;
import java.util.function.IntPredicate;

/**
 * A matrix on a sheet of its own: every square of the same whole size, all columns there, none
 * scrolled away. Columns that are not computed are hatched.
 */
public final class SheetHeatmap extends PixelRegion {
  private final MatrixView values;
  private final IntPredicate computed;
  private final double squareWidth;
  private final double gap;

  /**
   * @param values rows downwards, columns to the right
   * @param computed which columns are computed
   * @param gap the room between two columns, part of a square's width
   */
  public SheetHeatmap(
      MatrixView values,
      IntPredicate computed,
      double squareWidth,
      double squareHeight,
      double gap) {
    this.values = values;
    this.computed = computed;
    this.squareWidth = squareWidth;
    this.gap = gap;
    setMinSize(values.cols() * squareWidth - gap, values.rows() * squareHeight);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setPrefSize(getMinWidth(), getMinHeight());
  }

  /** Colours it as another heatmap is coloured. */
  public void colorAs(ColorScale scale, ScaleKind kind, double limit) {
    scaleProperty().set(scale);
    kindProperty().set(kind);
    limitProperty().set(limit);
  }

  @Override
  protected void paint(PixelBoard board, double pixelsPerUnit) {
    Shading shading = shading();
    for (int col = 0; col < values.cols(); col++) {
      int column = col;
      int x0 = (int) Math.round(col * squareWidth * pixelsPerUnit);
      int x1 = (int) Math.round(((col + 1) * squareWidth - gap) * pixelsPerUnit);
      if (computed.test(col)) {
        board.column(x0, x1, values.rows(), row -> values.get(row, column), shading);
      } else {
        board.hatch(x0, x1, pixelsPerUnit, hatchColor(), groundColor());
      }
    }
  }
}
