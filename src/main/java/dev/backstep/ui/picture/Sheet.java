package dev.backstep.ui.picture;

import dev.backstep.math.MatrixView;
import dev.backstep.ui.paint.ColorScale;
import dev.backstep.ui.paint.Fold;
import dev.backstep.ui.paint.ScaleKind;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A heatmap with all that it takes to be understood on a slide.
 *
 * @param values rows downwards, columns to the right; time, if there is any, to the right
 * @param computed which columns are computed; the others are hatched
 * @param columns what stands over each column; empty for nothing
 * @param rows what stands beside each row
 * @param limit the magnitude that has the strongest colour
 * @param layout how the columns are coloured and laid out
 */
public record Sheet(
    String title,
    String note,
    MatrixView values,
    IntPredicate computed,
    List<String> columns,
    List<String> rows,
    ColorScale scale,
    ScaleKind kind,
    double limit,
    Columns layout) {
  /**
   * How the columns are coloured and laid out.
   *
   * @param fold how a column is folded into squares
   * @param limits the limit of each column; null for one of all
   * @param said what the scale says in the place of a limit where there is one for each
   */
  public record Columns(Fold fold, @Nullable IntToDoubleFunction limits, String said) {
    /** A stripe for each row, and one limit for all. */
    public static Columns alike(MatrixView values) {
      return new Columns(Fold.stripes(values.rows()), null, "");
    }
  }
}
