package dev.backstep.trace.links;

import dev.backstep.net.Phase;
import dev.backstep.trace.Timeline;

/** Numbers that stand side by side in a matrix and are lit together. */
public record Light(LitMatrix site, Block block) {
  /** The part of it that is computed where the cursor stands; may be empty. */
  Light computedAt(Timeline timeline, int place) {
    if (site instanceof LitMatrix.OfCells cells) {
      int from = timeline.firstComputed(cells.quantity(), place);
      int until = timeline.untilComputed(cells.quantity(), place);
      return new Light(site, block.withinRows(from, until));
    }
    if (site instanceof LitMatrix.AtUpdate) {
      return place == timeline.update() ? this : new Light(site, block.withinRows(0, 0));
    }
    boolean isComputed =
        site instanceof LitMatrix.OfShare share
            ? timeline.isComputed(Phase.BACKWARD, share.timestep(), place)
            : !(site instanceof LitMatrix.OfAccumulator sum)
                || timeline.isComputed(Phase.BACKWARD, sum.timestep(), place);
    return isComputed ? this : new Light(site, block.withinRows(0, 0));
  }
}
