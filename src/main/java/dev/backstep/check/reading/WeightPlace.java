package dev.backstep.check.reading;

import java.util.Locale;

/**
 * Where a weight, or its gradient, stands in an array: all of it, or one of several blocks of the
 * first axis, as the gates of PyTorch.
 *
 * @param array what the array is called
 * @param block which block it is
 * @param blocks how many there are
 */
record WeightPlace(String array, int block, int blocks) {
  /** All of an array. */
  static WeightPlace all(String array) {
    return new WeightPlace(array, 0, 1);
  }

  /** The same block of another array. */
  WeightPlace in(String other) {
    return new WeightPlace(other, block, blocks);
  }

  /**
   * How Python writes it: {@code bias_hh_l0.grad[5:10]}.
   *
   * @param size of a block along the first axis
   */
  String name(int size) {
    return blocks == 1
        ? array
        : String.format(Locale.ROOT, "%s[%d:%d]", array, block * size, (block + 1) * size);
  }
}
