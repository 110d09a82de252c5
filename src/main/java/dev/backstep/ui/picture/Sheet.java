package dev.backstep.ui.picture;

import dev.backstep.math.MatrixView;
import dev.backstep.ui.paint.ColorScale;
import dev.backstep.ui.paint.ScaleKind;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A heatmap with all that it takes to be understood on a slide.
 *
 * @param values rows downwards, columns to the right; time, if there is any, to the right
 * @param computed which columns are computed; the others are hatched
 * @param columns what stands over each column; empty for nothing
 * @param rows what stands beside each row
 * @param limit the magnitude that has the strongest colour
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
    double limit) {}
