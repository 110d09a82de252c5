package dev.backstep.ui.whatif;

import dev.backstep.trace.Entry;
import dev.backstep.trace.whatif.Slope;
import dev.backstep.trace.whatif.WhatIf;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A copy with its changes, and what is said of them.
 *
 * @param place the number that the editor has
 * @param slope there; null where there is none, as of an input
 * @param alone by how much each change by itself changes the loss
 */
record WhatIfOutcome(WhatIf copy, Entry place, @Nullable Slope slope, Map<Entry, Double> alone) {
  /**
   * Computes it: a pass or two of the net for each change.
   *
   * @param nudge the change of the number that is edited while it is as it was
   */
  static WhatIfOutcome of(WhatIf copy, Entry place, double nudge) {
    Map<Entry, Double> alone = new LinkedHashMap<>();
    for (Entry each : copy.places()) {
      boolean isOnly = copy.places().size() == 1;
      alone.put(each, isOnly ? copy.change() : copy.changeAlone(each, copy.now(each)));
    }
    return new WhatIfOutcome(copy, place, slope(copy, place, nudge), alone);
  }

  private static @Nullable Slope slope(WhatIf copy, Entry place, double nudge) {
    if (place instanceof Entry.OfInput) {
      return null;
    }
    double value = copy.isChanged(place) ? copy.now(place) : copy.before(place) + nudge;
    return copy.slope(place, value);
  }
}
