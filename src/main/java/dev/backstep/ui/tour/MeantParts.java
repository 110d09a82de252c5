package dev.backstep.ui.tour;

import dev.backstep.net.Vector;
import java.util.Set;

/**
 * What of the picture a chapter means. The right panel, where numbers are written out, always is.
 *
 * @param isAll whether everything is meant, as where no chapter is read
 * @param rows the heatmaps
 * @param hasGraph whether the unrolled net is meant too
 */
public record MeantParts(boolean isAll, Set<Vector> rows, boolean hasGraph) {
  static final MeantParts ALL = new MeantParts(true, Set.of(), true);

  /** The right panel alone. */
  static final MeantParts PANEL = of();

  static MeantParts of(Vector... rows) {
    return new MeantParts(false, Set.of(rows), false);
  }

  /** The same and the unrolled net. */
  MeantParts withGraph() {
    return new MeantParts(isAll, rows, true);
  }
}
