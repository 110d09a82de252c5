package dev.backstep.check.meaning.sequences;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rows of an array of rows, one after another. */
final class LastAxisRows {
  private LastAxisRows() {}

  /** Those along the last axis. */
  static Stream<double[]> of(View view) {
    int[] shape = view.shape();
    int width = shape[shape.length - 1];
    int count = (int) (view.count() / width);
    return IntStream.range(0, count).mapToObj(row -> row(view, row, width));
  }

  private static double[] row(View view, int row, int width) {
    int[] shape = view.shape();
    int[] index = new int[shape.length];
    int rest = row;
    for (int i = shape.length - 2; i >= 0; i--) {
      index[i] = rest % shape[i];
      rest /= shape[i];
    }
    double[] values = new double[width];
    for (int i = 0; i < width; i++) {
      index[shape.length - 1] = i;
      values[i] = view.at(index);
    }
    return values;
  }
}
