package dev.backstep.ui.reach;

import dev.backstep.model.Parameters;
import dev.backstep.trace.flow.NetReach;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;

/** ρ of the weights of checkpoints, which does not depend on what the net reads. */
final class KnownRadii {
  private static final int MOST = 8 * ReachWork.MOST;

  private final Map<Parameters, Double> known =
      Collections.synchronizedMap(new IdentityHashMap<>());

  double of(Parameters weights) {
    Double radius = known.get(weights);
    if (radius == null) {
      if (known.size() >= MOST) {
        known.clear();
      }
      radius = NetReach.radius(weights);
      known.put(weights, radius);
    }
    return radius;
  }
}
