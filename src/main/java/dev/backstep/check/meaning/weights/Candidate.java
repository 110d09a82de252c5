package dev.backstep.check.meaning.weights;

import dev.backstep.check.meaning.names.NameWords;
import dev.backstep.check.meaning.source.Part;
import dev.backstep.math.NdArray;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * An array of a file that may be a weight.
 *
 * @param name in the file
 * @param gradients the names of the arrays that are called as its gradient and have its sizes
 * @param scores how well its name suits each role
 * @param isBias whether it is called as biases are
 */
record Candidate(
    String name,
    NdArray array,
    List<String> gradients,
    Map<NameWords.Role, Integer> scores,
    boolean isBias) {
  static Candidate of(String name, NdArray array, List<String> gradients) {
    Map<NameWords.Role, Integer> scores = new EnumMap<>(NameWords.Role.class);
    for (NameWords.Role role : NameWords.Role.values()) {
      scores.put(role, NameWords.score(name, role));
    }
    return new Candidate(name, array, gradients, scores, NameWords.isBias(name));
  }

  /** How well its name suits a role. */
  int score(NameWords.Role role) {
    return scores.getOrDefault(role, 0);
  }

  /** Whether its gradient is there, which says that it is a weight and no state. */
  boolean hasGradient() {
    return !gradients.isEmpty();
  }

  /** The sizes along its axes, without a first one of size 1 before those of a matrix. */
  int[] shape() {
    int[] shape = array.shape();
    return hasSingleFirst() ? new int[] {shape[1], shape[2]} : shape;
  }

  private boolean hasSingleFirst() {
    return array.dimensions() == 3 && array.shape()[0] == 1;
  }

  /** The sizes of a matrix; a vector is its only column. Empty if it has more dimensions. */
  int[] matrix() {
    int[] shape = shape();
    return switch (shape.length) {
      case 1 -> new int[] {shape[0], 1};
      case 2 -> shape;
      default -> new int[0];
    };
  }

  boolean isMatrix() {
    return shape().length == 2;
  }

  /** Whether it is a matrix with one size on each side. */
  boolean isSquare() {
    return isMatrix() && shape()[0] == shape()[1];
  }

  /** Whether one of its two sizes is this. */
  boolean has(int size) {
    int[] sizes = matrix();
    return sizes.length == 2 && (sizes[0] == size || sizes[1] == size);
  }

  /** The size on the other side of a matrix; that of the second axis where both are the same. */
  int other(int size) {
    int[] sizes = matrix();
    return sizes[0] == size ? sizes[1] : sizes[0];
  }

  /** The sizes that are not 1. */
  int[] longSizes() {
    return IntStream.of(array.shape()).filter(size -> size != 1).toArray();
  }

  /** The length of what has one long axis at most; −1 if it has more. */
  int length() {
    int[] sizes = longSizes();
    return switch (sizes.length) {
      case 0 -> 1;
      case 1 -> sizes[0];
      default -> -1;
    };
  }

  Part part() {
    Part all = Part.of(name, array);
    return hasSingleFirst() ? all.at(0, 0) : all;
  }

  @Override
  public String toString() {
    return name + " " + NdArray.text(array.shape());
  }
}
