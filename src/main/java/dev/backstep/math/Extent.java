package dev.backstep.math;

/**
 * The smallest and the largest finite number of a stretch of a {@link Series}.
 *
 * @param min +∞ where there is no finite number
 * @param max −∞ where there is no finite number
 * @param allFinite false if the stretch holds a NaN or an infinity
 */
public record Extent(double min, double max, boolean allFinite) {
  /** That of a stretch without numbers. */
  public static final Extent NOTHING =
      new Extent(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, true);

  /** Whether there is no finite number at all. */
  public boolean isEmpty() {
    return min > max;
  }

  /** That of two stretches together. */
  Extent with(Extent other) {
    return new Extent(
        Math.min(min, other.min), Math.max(max, other.max), allFinite && other.allFinite);
  }
}
