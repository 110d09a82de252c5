package dev.backstep.ui.compare;

import dev.backstep.math.Series;
import dev.backstep.math.Smoothing;
import dev.backstep.ui.run.RunViewModel;

/**
 * The difference B − A of the losses, update by update, and smoothed as the two curves are: where
 * all losses are finite it is the distance of the smoothed curves.
 */
public final class DifferenceCurve {
  private final Series differences = new Series();
  private final Smoothing smoothing = new Smoothing(RunViewModel.DECAY);

  /** Forgets the pair before, when another one begins. */
  void clear() {
    differences.clear();
    smoothing.clear();
  }

  /** Adds what is new of both; where a run went back it forgets what is not so any more. */
  void follow(Series a, Series b) {
    int both = Math.min(a.size(), b.size());
    if (both < differences.size()) {
      differences.cutTo(both);
      smoothing.restart(differences);
    }
    for (int i = differences.size(); i < both; i++) {
      double difference = b.get(i) - a.get(i);
      differences.add(difference);
      smoothing.add(difference);
    }
  }

  /** B − A in nats per character, one an update. */
  public Series raw() {
    return differences;
  }

  public Series smoothed() {
    return smoothing.series();
  }
}
