package dev.backstep.math;

import java.util.Arrays;
import java.util.Objects;

/**
 * A growing row of numbers, one an update: losses, gradient norms. Numbers are added at the end or
 * cut off there, and never modified.
 */
public final class Series {
  private static final int FIRST_ROOM = 1024;

  private double[] values;
  private int size;

  /** Up to where the storage may be written by this series. */
  private int room;

  /** Whether another series reads the same storage, so that nothing in it may be overwritten. */
  private boolean isShared;

  public Series() {
    this(new double[FIRST_ROOM], 0, FIRST_ROOM);
  }

  private Series(double[] values, int size, int room) {
    this.values = values;
    this.size = size;
    this.room = room;
  }

  /**
   * The series as it is now, which takes no time: the numbers are not copied. What is done to
   * either later does not reach the other, not even from another thread.
   */
  public Series asOfNow() {
    isShared = true;
    Series now = new Series(values, size, size);
    now.isShared = true;
    return now;
  }

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
    if (size == room) {
      move(Math.max(FIRST_ROOM, 2 * size));
    }
    values[size++] = value;
  }

  public void addAll(double[] block) {
    for (double value : block) {
      add(value);
    }
  }

  public void clear() {
    cutTo(0);
  }

  /**
   * Keeps the first numbers only.
   *
   * @throws IndexOutOfBoundsException if there are not so many
   */
  public void cutTo(int newSize) {
    Objects.checkFromToIndex(0, newSize, size);
    if (isShared && newSize < size) {
      move(Math.max(FIRST_ROOM, newSize));
    }
    size = newSize;
  }

  private void move(int newRoom) {
    values = Arrays.copyOf(values, newRoom);
    room = newRoom;
    isShared = false;
  }

  /** The numbers from {@code from} (inclusive) on, as an array of their own. */
  public double[] since(int from) {
    return between(from, size);
  }

  /**
   * The numbers {@code from} (inclusive) to {@code until} (exclusive), as an array of their own.
   *
   * @throws IndexOutOfBoundsException if the stretch is not within the series
   */
  public double[] between(int from, int until) {
    Objects.checkFromToIndex(from, until, size);
    return Arrays.copyOfRange(values, from, until);
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
