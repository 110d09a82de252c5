package dev.backstep.math;

import java.util.Arrays;
import java.util.Objects;

/** A growing row of numbers, one an update: losses, gradient norms. Numbers are only ever added. */
public final class Series {
  private double[] values = new double[1024];
  private int size;

  public int size() {
    return size;
  }

  public double get(int index) {
    if (index >= size) {
      throw new IndexOutOfBoundsException("entry " + index + " of " + size);
    }
    return values[index];
  }

  public double last() {
    return get(size - 1);
  }

  public void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  public void addAll(double[] block) {
    for (double value : block) {
      add(value);
    }
  }

  public void clear() {
    size = 0;
  }

  /** The numbers from {@code from} (inclusive) on, as an array of their own. */
  public double[] since(int from) {
    return Arrays.copyOfRange(values, from, size);
  }

  /**
   * The extent of the entries {@code from} (inclusive) to {@code until} (exclusive), in one pass.
   *
   * @throws IndexOutOfBoundsException if the stretch is not within the series
   */
  public Extent extent(int from, int until) {
    Objects.checkFromToIndex(from, until, size);
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    boolean allFinite = true;
    for (int i = from; i < until; i++) {
      double value = values[i];
      if (Double.isFinite(value)) {
        min = Math.min(min, value);
        max = Math.max(max, value);
      } else {
        allFinite = false;
      }
    }
    return new Extent(min, max, allFinite);
  }
}
