package dev.backstep.training;

import dev.backstep.math.SeededRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The order in which sequences are trained on: every epoch all of them, shuffled anew. */
public final class EpochOrder {
  private final int[] order;
  private final SeededRandom random;
  private int place;
  private int epoch;

  /** A copy of the order, made once an epoch if it is asked for. */
  private int @Nullable [] kept;

  /**
   * An order at one moment.
   *
   * @param order of this epoch; shared by all states of one epoch, and not modified by anybody
   * @param generator what the next shuffle draws from
   */
  public record State(int[] order, long generator, int place, int epoch) {}

  EpochOrder(State state) {
    kept = state.order();
    order = kept.clone();
    random = new SeededRandom(state.generator());
    place = state.place();
    epoch = state.epoch();
  }

  /** The first epoch, at its beginning. */
  static State beginning(int count, long seed) {
    int[] order = IntStream.range(0, count).toArray();
    SeededRandom random = SeededRandom.forPurpose(seed, "order");
    random.shuffle(order);
    return new State(order, random.state(), 0, 0);
  }

  State state() {
    int[] shared = kept == null ? order.clone() : kept;
    kept = shared;
    return new State(shared, random.state(), place, epoch);
  }

  /** The index of the sequence at the place. */
  int current() {
    return order[place];
  }

  /** The index of the sequence before that; −1 where the epoch begins. */
  int previous() {
    return place == 0 ? -1 : order[place - 1];
  }

  /** Goes on to the next sequence, and shuffles when all have had their turn. */
  void advance() {
    place++;
    if (place == order.length) {
      place = 0;
      epoch++;
      kept = null;
      random.shuffle(order);
    }
  }

  /** The count of sequences done in this epoch. */
  int place() {
    return place;
  }

  /** The count of epochs done. */
  int epoch() {
    return epoch;
  }

  int length() {
    return order.length;
  }
}
