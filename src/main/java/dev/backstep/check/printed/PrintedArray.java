package dev.backstep.check.printed;

import java.util.List;

/**
 * Numbers as an array was printed, the last index fastest; a single number has no sizes.
 *
 * @param sizes of each dimension
 */
record PrintedArray(List<Integer> sizes, List<PrintedNumber> numbers) {
  PrintedArray {
    sizes = List.copyOf(sizes);
    numbers = List.copyOf(numbers);
  }

  /** Whether it stands for an array of these sizes: dimensions of one entry may be left out. */
  boolean hasSizes(List<Integer> others) {
    return longer(sizes).equals(longer(others));
  }

  private static List<Integer> longer(List<Integer> some) {
    return some.stream().filter(size -> size != 1).toList();
  }
}
