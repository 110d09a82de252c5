package dev.backstep.ui.heatmap;

import dev.backstep.math.MatrixView;
import dev.backstep.ui.paint.Shading;
import java.util.function.IntFunction;

/**
 * The numbers in a lens: as they stand in a picture, row under row, in the picture's colours.
 *
 * @param center the place that is pointed at
 */
record Magnified(
    MatrixView values,
    Shading shading,
    Place center,
    IntFunction<String> rowLabels,
    IntFunction<String> columnLabels) {}
