package dev.backstep.ui.heatmap;

import dev.backstep.math.MatrixView;
import dev.backstep.math.Transposed;
import dev.backstep.ui.paint.Fold;
import dev.backstep.ui.paint.Shading;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A lens over a heatmap of every timestep: units below one another with the timesteps around, or,
 * where columns are folded into squares, the squares around in the one that is pointed at.
 *
 * @param shading the colours of each column
 */
record TimeLens(
    MatrixView values, SquareNames names, IntPredicate seen, IntFunction<Shading> shading) {

  /**
   * @param limits of each column; null where there is one for all
   */
  Magnified over(Place place, Fold fold, @Nullable IntToDoubleFunction limits) {
    int t = place.across();
    String note = limits != null && seen.test(t) ? names.ofLimit(limits.applyAsDouble(t)) : "";
    return fold.isStripes() ? stripes(place, note) : folded(place, fold, note);
  }

  private Magnified stripes(Place place, String note) {
    return new Magnified(
        new Transposed(values),
        (unit, t) -> seen.test(t),
        place,
        shading,
        new Magnified.Labels(names::col, names::row, null),
        note);
  }

  /** The timestep stands over the middle of the squares. */
  private Magnified folded(Place place, Fold fold, String note) {
    int t = place.across();
    Shading ofColumn = shading.apply(t);
    int across = fold.across(place.down());
    return new Magnified(
        new FoldedColumn(values, t, fold),
        (down, column) -> seen.test(t) && fold.unitAt(column, down) >= 0,
        new Place(across, fold.down(place.down())),
        column -> ofColumn,
        new Magnified.Labels(
            row -> "",
            column -> column == across ? names.row(t) : "",
            (down, column) -> names.col(fold.unitAt(column, down))),
        note);
  }
}
