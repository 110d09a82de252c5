package dev.backstep.check.meaning.source;

import dev.backstep.math.NdArray;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Numbers of a file in the project's shape, and where they stand there.
 *
 * @param name as Python writes it: {@code Wf[:, 5:]}, {@code rnn.bias_hh_l0.grad[5:10]}
 * @param array the array of the file that they are of
 * @param shape in the project's order of axes
 * @param values row after row in that shape; not to be modified
 * @param kind how many digits they have
 * @param place where an entry stands in the file
 */
public record Source(
    String name, String array, int[] shape, double[] values, NdArray.Kind kind, Place place) {
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** Where an entry stands in the file. */
  @FunctionalInterface
  public interface Place {
    /**
     * The index in the array of the file, as Python writes it: {@code [3, 5]}.
     *
     * @param index one for each axis of the project's shape
     */
    String index(int... index);
  }

  /**
   * Whether a matrix stands transposed in the file, as its place tells: an entry of the next row
   * stands there in the next column.
   */
  public boolean isTransposed() {
    OptionalInt row = axisInFile(0);
    OptionalInt col = axisInFile(1);
    if (row.isPresent() && col.isPresent()) {
      return row.equals(col)
          ? step(0, row.getAsInt()) < step(1, col.getAsInt())
          : row.getAsInt() > col.getAsInt();
    }
    return col.isPresent() ? col.getAsInt() < axesInFile() - 1 : row.orElse(0) > 0;
  }

  /** The axis of the array in the file that an axis is; nothing if it has a single entry. */
  public OptionalInt axisInFile(int axis) {
    return axis < shape.length && shape[axis] > 1
        ? IntStream.range(0, axesInFile()).filter(there -> step(axis, there) != 0).findFirst()
        : OptionalInt.empty();
  }

  /** The number of axes that the array has in the file. */
  public int axesInFile() {
    return place(new int[shape.length]).length;
  }

  private int step(int axis, int axisInFile) {
    int[] next = new int[shape.length];
    int first = place(next)[axisInFile];
    next[axis] = 1;
    return place(next)[axisInFile] - first;
  }

  private int[] place(int[] index) {
    return NUMBER
        .matcher(place.index(index))
        .results()
        .mapToInt(number -> Integer.parseInt(number.group()))
        .toArray();
  }
}
