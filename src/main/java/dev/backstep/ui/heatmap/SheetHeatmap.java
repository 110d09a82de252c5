package dev.backstep.ui.heatmap;

import dev.backstep.math.MatrixView;
import dev.backstep.ui.paint.ColorScale;
import dev.backstep.ui.paint.Fold;
import dev.backstep.ui.paint.PixelBoard;
import dev.backstep.ui.paint.PixelRegion;
import dev.backstep.ui.paint.ScaleKind;
import dev.backstep.ui.paint.Shading;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A matrix on a sheet of its own: every square of the same whole size, all columns there, none
 * scrolled away. Columns that are not computed are hatched.
 */
public final class SheetHeatmap extends PixelRegion {
  private final MatrixView values;
  private final IntPredicate computed;
  private final double squareWidth;
  private final double gap;
  private final Fold fold;
  private @Nullable IntToDoubleFunction limits;

  /**
   * @param values rows downwards, columns to the right
   * @param computed which columns are computed
   * @param fold how a column is folded into squares
   * @param squareWidth of a column, the gap among it
   * @param squareHeight of a row of each grid
   * @param gap the room between two columns
   */
  public SheetHeatmap(
      MatrixView values,
      IntPredicate computed,
      Fold fold,
      double squareWidth,
      double squareHeight,
      double gap) {
    this.values = values;
    this.computed = computed;
    this.squareWidth = squareWidth;
    this.gap = gap;
    this.fold = fold;
    setMinSize(values.cols() * squareWidth - gap, fold.rows() * squareHeight);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setPrefSize(getMinWidth(), getMinHeight());
  }

  /** Colours it as another heatmap is coloured. */
  public void colorAs(ColorScale scale, ScaleKind kind, double limit) {
    scaleProperty().set(scale);
    kindProperty().set(kind);
    limitProperty().set(limit);
  }

  /** Colours each column up to a limit of its own; all up to one for null. */
  public void limitColumns(@Nullable IntToDoubleFunction ofColumns) {
    limits = ofColumns;
  }

  @Override
  protected void paint(PixelBoard board, double pixelsPerUnit) {
    Shading alike = shading();
    int line = Math.max(1, (int) Math.round(pixelsPerUnit));
    for (int col = 0; col < values.cols(); col++) {
      int column = col;
      int x0 = (int) Math.round(col * squareWidth * pixelsPerUnit);
      int x1 = (int) Math.round(((col + 1) * squareWidth - gap) * pixelsPerUnit);
      Shading shading = limits == null ? alike : alike.upTo(limits.applyAsDouble(col));
      if (computed.test(col) && !fold.isStripes()) {
        board.grid(x0, x1, fold, line, row -> values.get(row, column), shading);
      } else if (computed.test(col)) {
        board.column(x0, x1, values.rows(), row -> values.get(row, column), shading);
      } else {
        board.hatch(x0, x1, pixelsPerUnit, hatchColor(), groundColor());
      }
    }
  }
}
