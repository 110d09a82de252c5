package dev.backstep.experiment;

import dev.backstep.text.Corpus;
import dev.backstep.training.RunSettings;
import dev.backstep.training.TrainingData;
import java.util.Locale;

/**
 * A comparison to be made: two runs, over and over with other seeds.
 *
 * <p>Within a pair both runs train on the same sequences in the same order, hold out the same ones
 * and, if their seeds are equal and their nets alike, begin with the same weights. Pair i (from 0)
 * adds {@code i · (|b's seed − a's seed| + 1)} to both seeds: one by one where they are equal, else
 * in steps that let no beginning be in two pairs.
 *
 * @param a the settings of the first run of pair 0
 * @param b the settings of the second run of pair 0
 * @param pairs how many pairs there are
 * @param epochs how long each run trains
 */
public record Plan(RunSettings a, RunSettings b, int pairs, int epochs) {
  public static final int MOST_PAIRS = 1000;
  public static final int MOST_EPOCHS = 1000;

  /**
   * @throws IllegalArgumentException if the runs are the same or cannot be paired, or a number is
   *     out of its range
   */
  public Plan {
    requireWithin("the number of pairs", pairs, MOST_PAIRS);
    requireWithin("the number of epochs", epochs, MOST_EPOCHS);
    if (a.equals(b)) {
      throw new IllegalArgumentException(
          "A and B have the same settings; at least one setting must differ");
    }
    if (a.heldOutShare() != b.heldOutShare()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A holds out a share of %s and B of %s; they must be equal, or the runs would not"
                  + " train on the same sequences",
              a.heldOutShare(),
              b.heldOutShare()));
    }
  }

  private static void requireWithin(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s is %d; it must be 1 to %d", name, value, most));
    }
  }

  /**
   * Says whether a text can be trained on like this.
   *
   * @throws IllegalArgumentException if a run's settings do not go with it
   */
  public void requireCorpus(Corpus corpus) {
    a.hiddenState().requireLength(corpus.longest());
    b.hiddenState().requireLength(corpus.longest());
  }

  /** The settings of the first run of a pair. */
  public RunSettings a(int pair) {
    return a.withSeed(a.seed() + pair * stride());
  }

  /** The settings of the second run of a pair. */
  public RunSettings b(int pair) {
    return b.withSeed(b.seed() + pair * stride());
  }

  private long stride() {
    return Math.abs(b.seed() - a.seed()) + 1;
  }

  /** The data of both runs of a pair; the seed of its first run decides it. */
  public TrainingData data(Corpus corpus, int pair) {
    return TrainingData.split(corpus, a.heldOutShare(), a(pair).seed());
  }
}
