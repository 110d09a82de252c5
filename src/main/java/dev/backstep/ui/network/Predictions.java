package dev.backstep.ui.network;

import dev.backstep.math.MatrixView;

/** The most probable next characters. */
final class Predictions {
  private Predictions() {}

  /** The ids of the {@code wanted} largest probabilities of a timestep, largest first. */
  static int[] best(MatrixView o, int t, int wanted) {
    int[] best = new int[Math.min(wanted, o.cols())];
    int count = 0;
    for (int id = 0; id < o.cols(); id++) {
      int rank = count;
      while (rank > 0 && o.get(t, id) > o.get(t, best[rank - 1])) {
        rank--;
      }
      if (rank < best.length) {
        count = Math.min(count + 1, best.length);
        System.arraycopy(best, rank, best, rank + 1, count - rank - 1);
        best[rank] = id;
      }
    }
    return best;
  }
}
