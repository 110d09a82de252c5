package dev.backstep.check.reading;

import dev.backstep.math.NdArray;
import java.util.List;

/**
 * In which order of the axes an array may hold one vector for each timestep.
 *
 * @param length T
 * @param width how many numbers a vector has
 */
record TimeLayout(int length, int width) {
  /** The shapes that are known; with T = n the second and the fifth are the same. */
  List<int[]> shapes() {
    List<int[]> shapes =
        List.of(
            new int[] {length, width},
            new int[] {1, width, length},
            new int[] {length, width, 1},
            new int[] {length, 1, width},
            new int[] {1, length, width},
            new int[] {width, length});
    // With T = 1 a column is the last of a loop as well, or ids.
    return length == 1 ? shapes.subList(0, 5) : shapes;
  }

  /** Whether an array has one of these shapes. */
  boolean fits(NdArray array) {
    return shapes().stream().anyMatch(array::hasShape);
  }

  /** Whether its shape does not tell which axis is time. */
  boolean isAmbiguous(NdArray array) {
    return length == width && length > 1 && array.hasShape(1, width, length);
  }

  /**
   * One row a timestep.
   *
   * @param isTimeLast how an ambiguous array is read
   */
  double[][] rows(NdArray array, boolean isTimeLast) {
    boolean isTurned =
        (array.hasShape(1, width, length) && (isTimeLast || !isAmbiguous(array)))
            || (array.hasShape(width, length) && width != length && length > 1);
    return rows(isTurned, array);
  }

  /** Whether it is a square matrix, in which time may be down or across. */
  boolean isSquare(NdArray array) {
    return length == width && length > 1 && array.hasShape(length, width);
  }

  /** One row a timestep of an array in which time is the last axis. */
  double[][] columns(NdArray array) {
    return rows(true, array);
  }

  private double[][] rows(boolean isTurned, NdArray array) {
    double[][] rows = new double[length][width];
    for (int t = 0; t < length; t++) {
      for (int i = 0; i < width; i++) {
        rows[t][i] = array.values()[isTurned ? i * length + t : t * width + i];
      }
    }
    return rows;
  }
}
