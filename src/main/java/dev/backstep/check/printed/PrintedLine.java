package dev.backstep.check.printed;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A name, an index, and what was printed of it.
 *
 * @param index from the front; empty for the whole array
 * @param ofShape whether it is the shape that was printed
 * @param beginsExpected whether it is the first below the words "Expected output"
 */
record PrintedLine(
    String name, List<Integer> index, boolean ofShape, boolean beginsExpected, PrintedArray value) {
  PrintedLine {
    index = List.copyOf(index);
  }

  /** As NumPy writes the entry: {@code dWf[3][1]}. */
  String label() {
    return label(name, index);
  }

  static String label(String name, List<Integer> index) {
    return name + index.stream().map(each -> "[" + each + "]").collect(Collectors.joining());
  }

  /** Whether two lines print the same thing. */
  boolean isOfSame(PrintedLine other) {
    return ofShape == other.ofShape && name.equals(other.name) && index.equals(other.index);
  }
}
