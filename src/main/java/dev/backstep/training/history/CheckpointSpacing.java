package dev.backstep.training.history;

import dev.backstep.text.Sequence;
import dev.backstep.training.Checkpoint;
import dev.backstep.training.TrainingData;

/**
 * The distance of checkpoints: so far that training is hardly slower for them, and so near that the
 * updates in between are soon made again.
 *
 * <p>Work is counted in weights times characters: an update of a sequence of T characters makes
 * about T + 1 times as much as there are weights, and a copy as if it were some dozens of
 * characters for every number that is kept of a weight.
 */
final class CheckpointSpacing {
  /** The updates between two copies do so much work for each number copied: a cost of 1 to 3 %. */
  private static final long CHARACTERS_PER_NUMBER = 3072;

  /** Large nets may cost so many times more, for theirs take long to be made again. */
  private static final long AT_MOST_DEARER = 4;

  /** About a quarter of a second. */
  private static final double REPLAY = 350e6;

  /** Those of a large file are only made when they are asked for. */
  private static final int LOOKED_AT = 1000;

  private CheckpointSpacing() {}

  /** The most updates between two checkpoints of a run. */
  static long widest(TrainingData data, Checkpoint checkpoint) {
    double weights = (double) checkpoint.weights().bytes() / Double.BYTES;
    double characters =
        1.0
            + checkpoint.settings().batch().size()
                * data.train().stream()
                    .limit(LOOKED_AT)
                    .mapToInt(Sequence::length)
                    .average()
                    .orElseThrow();
    double numbers = 1 + checkpoint.settings().optimizer().remembered();
    double cheap = CHARACTERS_PER_NUMBER * numbers / characters;
    double near = REPLAY / (weights * characters);
    return (long) Math.max(1, Math.max(cheap / AT_MOST_DEARER, Math.min(cheap, near)));
  }
}
