package dev.backstep.math;

/**
 * The smallest and the largest finite number of a stretch of a {@link Series}.
 *
 * @param min +∞ where there is no finite number
 * @param max −∞ where there is no finite number
 * @param allFinite false if the stretch holds a NaN or an infinity
 */
public record Extent(double min, double max, boolean allFinite) {
  /** Whether there is no finite number at all. */
  public boolean isEmpty() {
    return min > max;
  }
}
