package dev.backstep.training;

import java.util.Arrays;

/**
 * The mean loss at each position of the sequences, over all sequences that were long enough to have
 * it: where in a sequence the loss sits. An update allocates nothing.
 */
public final class PositionLoss {
  /** Positions from here on are not told apart from one another, and not told at all. */
  public static final int MOST_POSITIONS = 64;

  private final double[] nats = new double[MOST_POSITIONS];
  private final long[] counts = new long[MOST_POSITIONS];

  /** Adds the losses of the sequences that a trainer made its last update with. */
  public void add(Trainer trainer) {
    int length = Math.min(trainer.longestOfLast(), MOST_POSITIONS);
    for (int t = 0; t < length; t++) {
      nats[t] += trainer.lastLoss(t);
      counts[t] += trainer.lastCount(t);
    }
  }

  /** Forgets everything. */
  public void clear() {
    Arrays.fill(nats, 0);
    Arrays.fill(counts, 0);
  }

  /** Nats at position 0, 1, 2 …, as far as a sequence reached; an array of its own. */
  public double[] means() {
    int positions = 0;
    while (positions < MOST_POSITIONS && counts[positions] > 0) {
      positions++;
    }
    double[] means = new double[positions];
    for (int t = 0; t < positions; t++) {
      means[t] = nats[t] / counts[t];
    }
    return means;
  }
}
