package dev.backstep.training;

import dev.backstep.math.SeededRandom;
import dev.backstep.text.Sequence;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The order in which sequences are trained on: every epoch all of them, shuffled anew. A batch is
 * those that stand beside one another; by length, those of like length do.
 */
public final class EpochOrder {
  private final int[] order;
  private final SeededRandom random;
  private final BatchSettings batch;
  private final @Nullable LengthOrder byLength;
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

  EpochOrder(State state, BatchSettings batch, List<Sequence> sequences) {
    this.batch = batch;
    byLength = LengthOrder.of(batch, sequences);
    kept = state.order();
    order = kept.clone();
    random = new SeededRandom(state.generator());
    place = state.place();
    epoch = state.epoch();
  }

  /** The first epoch, at its beginning. */
  static State beginning(List<Sequence> sequences, BatchSettings batch, long seed) {
    int[] order = IntStream.range(0, sequences.size()).toArray();
    SeededRandom random = SeededRandom.forPurpose(seed, "order");
    shuffle(order, random, LengthOrder.of(batch, sequences));
    return new State(order, random.state(), 0, 0);
  }

  private static void shuffle(int[] order, SeededRandom random, @Nullable LengthOrder byLength) {
    random.shuffle(order);
    if (byLength != null) {
      byLength.arrange(order, random);
    }
  }

  State state() {
    int[] shared = kept == null ? order.clone() : kept;
    kept = shared;
    return new State(shared, random.state(), place, epoch);
  }

  /** The number of sequences of the batch at the place. */
  int size() {
    return Math.min(batch.size(), order.length - place);
  }

  /** The index of the sequence in a row of the batch at the place. */
  int at(int row) {
    return order[place + row];
  }

  /** The index of that in a row of the batch before it; −1 where the epoch begins. */
  int previous(int row) {
    return place == 0 ? -1 : order[place - batch.size() + row];
  }

  /** Goes on to the next batch, and shuffles when all sequences have had their turn. */
  void advance() {
    place += size();
    if (place == order.length) {
      place = 0;
      epoch++;
      kept = null;
      shuffle(order, random, byLength);
    }
  }

  /** The count of batches done in this epoch. */
  int place() {
    return place / batch.size();
  }

  /** The count of epochs done. */
  int epoch() {
    return epoch;
  }

  /** The count of batches of an epoch. */
  int length() {
    return batch.updates(order.length);
  }
}
