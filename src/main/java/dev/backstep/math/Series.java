package dev.backstep.math;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A growing row of numbers, one an update: losses, gradient norms. Numbers are added at the end or
 * cut off there, and never modified. One series is for one thread; another has it {@link #asOfNow}.
 */
public final class Series {
  private static final int FIRST_ROOM = 1024;

  private double[] values;
  private int size;

  /** Up to where the storage may be written by this series. */
  private int room;

  /** Whether another series reads the same storage, so that nothing in it may be overwritten. */
  private boolean isShared;

  /** Of this series alone, and empty before it is asked for one. */
  private final BlockExtents extents = new BlockExtents(index -> values[index]);

  /** The same; null before it is asked for one. */
  private @Nullable MovingQuantiles quantiles;

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
    extents.cutTo(newSize);
    if (quantiles != null) {
      quantiles.cutTo(newSize);
    }
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
   * The extent of the entries {@code from} (inclusive) to {@code until} (exclusive). What was read
   * for it once is not read again, so that a long series can be asked again and again.
   *
   * @throws IndexOutOfBoundsException if the stretch is not within the series
   */
  public Extent extent(int from, int until) {
    Objects.checkFromToIndex(from, until, size);
    return extents.of(from, until);
  }

  /**
   * The 5 % quantile of the last numbers up to a place; between the places where it is known it is
   * on the line between two of them. NaN at the beginning, where there are too few. What was read
   * for it once is not read again.
   */
  public double lowQuantile(double place) {
    return quantiles().low(place, size);
  }

  /** The 95 % quantile, likewise. */
  public double highQuantile(double place) {
    return quantiles().high(place, size);
  }

  private MovingQuantiles quantiles() {
    MovingQuantiles known = quantiles;
    if (known == null) {
      known = new MovingQuantiles(index -> values[index]);
      quantiles = known;
    }
    return known;
  }
}
