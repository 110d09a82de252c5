package dev.backstep.math;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Knows the extents of blocks of a growing row of numbers: of {@value #SMALLEST} numbers, of twice
 * as many, and so on. Any stretch is made of a few blocks and less than two of the smallest size at
 * its ends, so that its extent does not take longer where the row is long. Blocks are read when one
 * is first asked for, each number once.
 */
final class BlockExtents {
  private static final int SHIFT = 6;
  static final int SMALLEST = 1 << SHIFT;

  private final IntToDoubleFunction numbers;

  /** Of each size, from the smallest on, all blocks that are full, in their order. */
  private final List<List<Extent>> sizes = new ArrayList<>();

  /**
   * @param numbers the row; a number that was read must not change before {@link #cutTo} is told
   */
  BlockExtents(IntToDoubleFunction numbers) {
    this.numbers = numbers;
  }

  /** The extent of the numbers {@code from} (inclusive) to {@code until} (exclusive). */
  Extent of(int from, int until) {
    if (until - from < 2 * SMALLEST) {
      return read(from, until);
    }
    readBlocks(until >> SHIFT);
    Extent all = Extent.NOTHING;
    int place = from;
    while (place < until) {
      int size = largest(place, until);
      if (size < 0) {
        int end = Math.min(until, (place | (SMALLEST - 1)) + 1);
        all = all.with(read(place, end));
        place = end;
      } else {
        all = all.with(sizes.get(size).get(place >> (SHIFT + size)));
        place += SMALLEST << size;
      }
    }
    return all;
  }

  /** Forgets what is known of the numbers from {@code size} on. */
  void cutTo(int size) {
    for (int i = 0; i < sizes.size(); i++) {
      List<Extent> blocks = sizes.get(i);
      int full = size >> (SHIFT + i);
      if (full < blocks.size()) {
        blocks.subList(full, blocks.size()).clear();
      }
    }
  }

  /** The index of the largest size of which a block begins at a place; negative if none does. */
  private static int largest(int place, int until) {
    int fits = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(until - place);
    return Math.min(Integer.numberOfTrailingZeros(place), fits) - SHIFT;
  }

  private void readBlocks(int full) {
    int known = sizes.isEmpty() ? 0 : sizes.get(0).size();
    for (int block = known; block < full; block++) {
      add(0, read(block << SHIFT, (block + 1) << SHIFT));
    }
  }

  /** Two neighbours make one of the next size. */
  private void add(int size, Extent block) {
    if (size == sizes.size()) {
      sizes.add(new ArrayList<>());
    }
    List<Extent> blocks = sizes.get(size);
    blocks.add(block);
    if (blocks.size() % 2 == 0) {
      add(size + 1, blocks.get(blocks.size() - 2).with(block));
    }
  }

  private Extent read(int from, int until) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    boolean allFinite = true;
    for (int i = from; i < until; i++) {
      double number = numbers.applyAsDouble(i);
      if (Double.isFinite(number)) {
        min = Math.min(min, number);
        max = Math.max(max, number);
      } else {
        allFinite = false;
      }
    }
    return new Extent(min, max, allFinite);
  }
}
