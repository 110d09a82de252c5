package dev.backstep.check.printed;

import dev.backstep.math.Numbers;

/**
 * A number as it was printed.
 *
 * @param text its digits
 * @param unit what the last of them counts; twice that where digits were left off and not rounded
 */
public record PrintedNumber(String text, double value, double unit) {
  /** Programs that add in another order differ by so much, of numbers of about 1. */
  private static final double ROUNDING = 1e-11;

  /** Whether a number may have been printed so. */
  public boolean agrees(double right) {
    return Math.abs(value - right) <= room(right);
  }

  /** How far off it may be: half of what the last digit counts, and what rounding may come to. */
  double room(double right) {
    return unit / 2 + ROUNDING * Math.max(1, Math.abs(right));
  }

  /** How many digits of a number this one can tell from others. */
  double digits(double right) {
    double size = Math.max(Math.abs(value), Math.abs(right));
    return size == 0 || !Double.isFinite(size)
        ? 0
        : Math.max(0, StrictMath.log10(size / room(right)));
  }

  /** Another number with as many digits as were printed, and no more than a double has. */
  public String like(double other) {
    int decimals = unit > 0 ? (int) StrictMath.rint(-StrictMath.log10(unit)) : 0;
    return Numbers.decimals(other, Math.max(0, Math.min(decimals, 17)));
  }
}
