package dev.backstep.training;

import dev.backstep.math.SeededRandom;
import java.util.stream.IntStream;

/** The order in which sequences are trained on: every epoch all of them, shuffled anew. */
final class EpochOrder {
  private final int[] order;
  private final SeededRandom random;
  private int place;
  private int epoch;

  EpochOrder(int count, long seed) {
    order = IntStream.range(0, count).toArray();
    random = SeededRandom.forPurpose(seed, "order");
    random.shuffle(order);
  }

  /** The index of the sequence at the place. */
  int current() {
    return order[place];
  }

  /** Goes on to the next sequence, and shuffles when all have had their turn. */
  void advance() {
    place++;
    if (place == order.length) {
      place = 0;
      epoch++;
      random.shuffle(order);
    }
  }

  /** How many sequences of this epoch are done. */
  int place() {
    return place;
  }

  /** How many epochs are done. */
  int epoch() {
    return epoch;
  }

  int length() {
    return order.length;
  }
}
