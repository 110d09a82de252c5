package dev.backstep.training;

import dev.backstep.math.SeededRandom;
import dev.backstep.text.Sequence;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts sequences of like length into one batch. Allocates nothing once it is there, for it is done
 * in every epoch.
 */
final class LengthOrder {
  private final int[] lengths;
  private final int[] begins;
  private final int[] sorted;
  private final int size;

  private LengthOrder(int[] lengths, int longest, int size) {
    this.lengths = lengths;
    this.size = size;
    begins = new int[longest + 2];
    sorted = new int[lengths.length];
  }

  /** Null where sequences stay as they come. */
  static @Nullable LengthOrder of(BatchSettings batch, List<Sequence> sequences) {
    if (batch.order() == BatchSettings.Order.AS_THEY_COME) {
      return null;
    }
    int[] lengths = sequences.stream().mapToInt(Sequence::length).toArray();
    int longest = sequences.stream().mapToInt(Sequence::length).max().orElse(0);
    return new LengthOrder(lengths, longest, batch.size());
  }

  /**
   * Sorts by length, those of one length as they come, and then shuffles the batches: all but the
   * last, which may be smaller.
   */
  void arrange(int[] order, SeededRandom random) {
    sort(order);
    for (int i = order.length / size - 1; i > 0; i--) {
      swap(order, i, random.nextInt(i + 1));
    }
  }

  private void sort(int[] order) {
    Arrays.fill(begins, 0);
    for (int index : order) {
      begins[lengths[index] + 1]++;
    }
    for (int length = 1; length < begins.length; length++) {
      begins[length] += begins[length - 1];
    }
    for (int index : order) {
      sorted[begins[lengths[index]]++] = index;
    }
    System.arraycopy(sorted, 0, order, 0, order.length);
  }

  private void swap(int[] order, int one, int other) {
    for (int row = 0; row < size; row++) {
      int moved = order[one * size + row];
      order[one * size + row] = order[other * size + row];
      order[other * size + row] = moved;
    }
  }
}
