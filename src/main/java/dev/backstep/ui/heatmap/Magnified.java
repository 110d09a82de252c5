package dev.backstep.ui.heatmap;

import dev.backstep.math.MatrixView;
import dev.backstep.ui.paint.Shading;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The numbers in a lens: as they stand in a picture, row under row, in the picture's colours.
 *
 * @param seen which of them there are to be seen
 * @param center the place that is pointed at
 * @param shading the colours of each column
 * @param note what is said below them; empty for nothing
 */
record Magnified(
    MatrixView values,
    Seen seen,
    Place center,
    IntFunction<Shading> shading,
    Labels labels,
    String note) {

  /** Whether there is a number to be seen in a row and column. */
  @FunctionalInterface
  interface Seen {
    boolean at(int row, int column);
  }

  /** The name of a square in a row and column. */
  @FunctionalInterface
  interface Caption {
    String of(int row, int column);
  }

  /**
   * What stands around the squares, and in them.
   *
   * @param captions above each number; null where rows and columns say which it is
   */
  record Labels(
      IntFunction<String> rows, IntFunction<String> columns, @Nullable Caption captions) {}
}
