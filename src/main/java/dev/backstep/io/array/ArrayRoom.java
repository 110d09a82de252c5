package dev.backstep.io.array;

import dev.backstep.math.NdArray;
import dev.backstep.text.Heap;
import java.util.Locale;

/** The memory that the arrays of one file may take together once they are read. */
final class ArrayRoom {
  private static final long MOST_BYTES = 1L << 30;

  /** What is made of the arrays is larger than they are. */
  private static final int PARTS_OF_HEAP = 4;

  private final long most = Math.min(MOST_BYTES, Heap.part(PARTS_OF_HEAP));
  private long left = most;

  /**
   * Takes the room that an array needs as doubles, before there is an array for them.
   *
   * @throws ArrayFileException if there is not so much
   */
  void take(int[] shape, ArrayPlace place) throws ArrayFileException {
    long count = NdArray.count(shape);
    if (count > left / Double.BYTES) {
      throw place.refused(
          String.format(
              Locale.ROOT,
              "has the shape %s; all arrays together may take up to %d MB as float64",
              NdArray.text(shape),
              most >> 20));
    }
    left -= count * Double.BYTES;
  }
}
