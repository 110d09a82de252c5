package dev.backstep.math;

/**
 * A number as the unevaluated sum of two doubles, about 106 bits: for tables whose entries must be
 * right to the last bit of a double and beyond. {@code Math.fma} is exact by its definition, so the
 * bits are the same everywhere.
 *
 * @param high the number rounded to a double
 * @param low what is left, at most half a unit in the last place of high
 */
record DoubleDouble(double high, double low) {
  static final DoubleDouble ZERO = new DoubleDouble(0, 0);
  static final DoubleDouble ONE = new DoubleDouble(1, 0);

  DoubleDouble plus(DoubleDouble other) {
    double sum = high + other.high;
    double part = sum - high;
    double lost = (high - (sum - part)) + (other.high - part);
    return normalized(sum, lost + low + other.low);
  }

  DoubleDouble minus(DoubleDouble other) {
    return plus(new DoubleDouble(-other.high, -other.low));
  }

  DoubleDouble times(DoubleDouble other) {
    double product = high * other.high;
    double lost = Math.fma(high, other.high, -product);
    return normalized(product, lost + high * other.low + low * other.high);
  }

  /** By one step of long division: a quotient of doubles, and that of the remainder. */
  DoubleDouble over(DoubleDouble other) {
    double quotient = high / other.high;
    DoubleDouble rest = minus(other.times(new DoubleDouble(quotient, 0)));
    return normalized(quotient, rest.high / other.high);
  }

  private static DoubleDouble normalized(double large, double small) {
    double sum = large + small;
    return new DoubleDouble(sum, small - (sum - large));
  }
}
