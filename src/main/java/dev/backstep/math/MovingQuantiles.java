package dev.backstep.math;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Knows between which two quantiles the last {@value #WINDOW} numbers of a growing row lay, every
 * {@value #STRIDE} numbers: by them most numbers of a noisy row are told from the few that stand
 * out. Each number is read once, when a place behind it is first asked for.
 */
final class MovingQuantiles {
  static final int WINDOW = 128;
  static final int STRIDE = 8;
  static final double LOW = 0.05;
  static final double HIGH = 0.95;

  /** Of fewer finite numbers nothing is said. */
  static final int LEAST = 16;

  private static final int FIRST_ROOM = 128;

  private final IntToDoubleFunction numbers;

  /** The finite ones among the last numbers read, in their order of size. */
  private final double[] sorted = new double[WINDOW];

  private int finite;
  private int read;

  /** One pair for each full stride. */
  private double[] lows = new double[FIRST_ROOM];

  private double[] highs = new double[FIRST_ROOM];

  /**
   * @param numbers the row; a number that was read must not change before {@link #cutTo} is told
   */
  MovingQuantiles(IntToDoubleFunction numbers) {
    this.numbers = numbers;
  }

  /** The lower quantile at a place among so many numbers; NaN where nothing is said. */
  double low(double place, int size) {
    readTo(size);
    return between(lows, place);
  }

  /** The upper one. */
  double high(double place, int size) {
    readTo(size);
    return between(highs, place);
  }

  /** On the line between the two strides around; behind the last, that of the last. */
  private double between(double[] quantiles, double place) {
    int strides = read / STRIDE;
    double at = (place + 1) / STRIDE - 1;
    if (strides == 0 || at < 0) {
      return Double.NaN;
    }
    int before = (int) Math.min(strides - 1, Math.floor(at));
    int after = Math.min(strides - 1, before + 1);
    double share = Math.min(1, at - before);
    return quantiles[before] + share * (quantiles[after] - quantiles[before]);
  }

  /** Forgets what is known of the numbers from {@code size} on. */
  void cutTo(int size) {
    if (size >= read) {
      return;
    }
    read = size - size % STRIDE;
    finite = 0;
    for (int i = Math.max(0, read - WINDOW); i < read; i++) {
      insert(numbers.applyAsDouble(i));
    }
  }

  private void readTo(int size) {
    for (; read < size; read++) {
      if (read >= WINDOW) {
        remove(numbers.applyAsDouble(read - WINDOW));
      }
      insert(numbers.applyAsDouble(read));
      if ((read + 1) % STRIDE == 0) {
        keep((read + 1) / STRIDE - 1);
      }
    }
  }

  private void keep(int stride) {
    if (stride == lows.length) {
      lows = Arrays.copyOf(lows, 2 * stride);
      highs = Arrays.copyOf(highs, 2 * stride);
    }
    lows[stride] = quantile(LOW);
    highs[stride] = quantile(HIGH);
  }

  private double quantile(double share) {
    if (finite < LEAST) {
      return Double.NaN;
    }
    double place = share * (finite - 1);
    int before = (int) place;
    double low = sorted[before];
    return low + (place - before) * (sorted[Math.min(finite - 1, before + 1)] - low);
  }

  private void insert(double number) {
    if (Double.isFinite(number)) {
      int found = Arrays.binarySearch(sorted, 0, finite, number);
      int place = found < 0 ? -found - 1 : found;
      System.arraycopy(sorted, place, sorted, place + 1, finite - place);
      sorted[place] = number;
      finite++;
    }
  }

  private void remove(double number) {
    if (Double.isFinite(number)) {
      int place = Arrays.binarySearch(sorted, 0, finite, number);
      finite--;
      System.arraycopy(sorted, place + 1, sorted, place, finite - place);
    }
  }
}
