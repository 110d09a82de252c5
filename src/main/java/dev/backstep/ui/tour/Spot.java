package dev.backstep.ui.tour;

import dev.backstep.net.Vector;
import java.util.Set;

/**
 * What of the picture a chapter means. The right panel, where numbers are written out, always is.
 *
 * @param rows the heatmaps
 * @param hasGraph whether the unrolled net is meant too
 */
public record Spot(Set<Vector> rows, boolean hasGraph) {
  /** Everything, as where no chapter is read. */
  static final Spot NONE = new Spot(Set.of(), false);

  static Spot of(Vector... rows) {
    return new Spot(Set.of(rows), false);
  }

  /** The same and the unrolled net. */
  Spot withGraph() {
    return new Spot(rows, true);
  }
}
