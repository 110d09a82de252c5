package dev.backstep.training;

import java.util.Locale;

/**
 * How many sequences an update is made of, and which stand together.
 *
 * @param size B; the last batch of an epoch has those that are left
 */
public record BatchSettings(int size, Order order) {
  /** The most sequences of an update. */
  public static final int MOST = 512;

  /** One sequence an update, as they come. */
  public static final BatchSettings SINGLE = new BatchSettings(1, Order.AS_THEY_COME);

  /** The order of the sequences of an epoch. */
  public enum Order {
    /** Shuffled anew in every epoch. */
    AS_THEY_COME,
    /**
     * Shuffled, then sorted by length and cut into batches, which are shuffled in turn: there is
     * little padding.
     */
    BY_LENGTH
  }

  /**
   * @throws IllegalArgumentException if the size is out of its range
   */
  public BatchSettings {
    if (size < 1 || size > MOST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "B, the number of sequences of an update, is %d; it must be 1 to %d",
              size,
              MOST));
    }
  }

  /** The number of updates that so many sequences make. */
  public int updates(int sequences) {
    return (sequences + size - 1) / size;
  }
}
