package dev.backstep.check.submission;

import java.util.Locale;

/** How many digits the numbers of a file have. */
public enum Precision {
  FLOAT64(52, Double.MIN_EXPONENT),
  FLOAT32(23, Float.MIN_EXPONENT),
  FLOAT16(10, -14);

  private final int digits;
  private final int leastExponent;

  Precision(int digits, int leastExponent) {
    this.digits = digits;
    this.leastExponent = leastExponent;
  }

  /** The one that numbers have which are judged to a tolerance. */
  static Precision of(Tolerance tolerance) {
    if (tolerance.equals(Tolerance.OF_FLOAT64)) {
      return FLOAT64;
    }
    return tolerance.equals(Tolerance.OF_FLOAT32) ? FLOAT32 : FLOAT16;
  }

  /** The distance from a number to the next one: a unit in its last place. */
  double unit(double value) {
    return Math.scalb(1.0, Math.max(Math.getExponent(value), leastExponent) - digits);
  }

  /** What NumPy calls it: {@code float64}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
