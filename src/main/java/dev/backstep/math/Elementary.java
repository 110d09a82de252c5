package dev.backstep.math;

/**
 * exp and tanh in plain arithmetic. {@code Math.exp} and {@code Math.tanh} are replaced by machine
 * code that differs between virtual machines and processors; these give the same bits on all of
 * them, and take less time than {@link StrictMath}.
 *
 * <p>Both go the way of Tang (1989): a table holds the function, with digits to spare, at evenly
 * spaced points; from the nearest of them it is so little further that a few terms of a series are
 * enough.
 */
public final class Elementary {
  /** Table entries in an octave of exp, and in a unit of tanh. */
  private static final int STEPS = 32;

  private static final int STEP_BITS = 5;

  /** ln 2 / 32 in two parts; the first has so few bits that its multiples by ±2¹⁶ are exact. */
  private static final double LN2_STEP_HIGH = 0x1.62e42fefap-6;

  private static final double LN2_STEP_LOW = 0x1.cf79abc9e3b3ap-45;
  private static final double STEPS_PER_LN2 = 0x1.71547652b82fep5;

  /**
   * A number added to it is rounded to a whole one, which then stands in the last bits; taken off
   * again, it leaves the whole number.
   */
  private static final double ROUNDING = 0x1.8p52;

  /** Between minus this and this, exp is neither infinite nor denormal. */
  private static final double ORDINARY = 708;

  private static final double OVERFLOW = 709.782712893384;
  private static final double UNDERFLOW = -745.1332191019412;

  /** From here on tanh is 1 to more than 53 bits. */
  private static final int SATURATED = 20;

  /** 2^(j/32): its high and its low part. */
  private static final double[] POWERS = powers();

  /** tanh(i/32): its high and its low part. */
  private static final double[] TANHS = tanhs();

  private Elementary() {}

  /**
   * {@code eˣ} with an error below 0.6 ulp, 1.1 ulp where it is denormal.
   *
   * <p>With {@code x = (32·m + j)·ln 2/32 + r} it is {@code 2ᵐ·2^(j/32)·eʳ}, |r| ≤ ln 2/64.
   */
  public static double exp(double x) {
    if (!(Math.abs(x) < ORDINARY)) {
      return extremeExp(x);
    }
    double rounded = x * STEPS_PER_LN2 + ROUNDING;
    return mantissa(x, rounded) * Double.longBitsToDouble((octave(rounded) + 1023) << 52);
  }

  /**
   * The hyperbolic tangent with an error below 1.4 ulp.
   *
   * <p>With {@code |x| = i/32 + d} and {@code T = tanh(i/32)}, {@code t = tanh d} it is {@code (T +
   * t)/(1 + T·t) = T + (1 − T²)·t/(1 + T·t)}, |d| ≤ 1/64.
   */
  public static double tanh(double x) {
    double magnitude = Math.abs(x);
    if (magnitude >= SATURATED) {
      return Math.copySign(1, x);
    }
    double rounded = magnitude * STEPS + ROUNDING;
    int i = (int) Double.doubleToRawLongBits(rounded);
    double d = magnitude - (rounded - ROUNDING) * (1. / STEPS);
    double z = d * d;
    double t = d - d * z * (1. / 3 - z * (2. / 15 - z * (17. / 315 - z * (62. / 2835))));
    double at = TANHS[2 * i];
    double further = (1 - at * at) * t / (1 + at * t);
    return Math.copySign(at + (TANHS[2 * i + 1] + further), x);
  }

  /** The m that stands in the last bits, above those of j. */
  private static long octave(double rounded) {
    return Double.doubleToRawLongBits(rounded) >> STEP_BITS;
  }

  /** {@code 2^(j/32)·eʳ}. */
  private static double mantissa(double x, double rounded) {
    int j = (int) Double.doubleToRawLongBits(rounded) & (STEPS - 1);
    double k = rounded - ROUNDING;
    double r = (x - k * LN2_STEP_HIGH) - k * LN2_STEP_LOW;
    double terms = 1. / 6 + r * (1. / 24 + r * (1. / 120 + r * (1. / 720)));
    double beyondOne = r + r * r * (0.5 + r * terms);
    return POWERS[2 * j] + (POWERS[2 * j + 1] + POWERS[2 * j] * beyondOne);
  }

  private static double extremeExp(double x) {
    if (Double.isNaN(x)) {
      return x;
    }
    if (x > OVERFLOW) {
      return Double.POSITIVE_INFINITY;
    }
    if (x < UNDERFLOW) {
      return 0;
    }
    double rounded = x * STEPS_PER_LN2 + ROUNDING;
    return Math.scalb(mantissa(x, rounded), (int) octave(rounded));
  }

  private static double[] powers() {
    DoubleDouble factor = new DoubleDouble(0x1.059b0d3158574p0, 0x1.d73e2a475b465p-55);
    double[] powers = new double[2 * STEPS];
    DoubleDouble power = DoubleDouble.ONE;
    for (int j = 0; j < STEPS; j++) {
      powers[2 * j] = power.high();
      powers[2 * j + 1] = power.low();
      power = power.times(factor);
    }
    return powers;
  }

  /** From one to the next by the theorem of addition, {@code (T + u)/(1 + T·u)}, u = tanh(1/32). */
  private static double[] tanhs() {
    DoubleDouble u = new DoubleDouble(0x1.ffd559992b1dep-6, 0x1.4182fe0b9c110p-61);
    double[] tanhs = new double[2 * (SATURATED * STEPS + 1)];
    DoubleDouble tanh = DoubleDouble.ZERO;
    for (int i = 0; i <= SATURATED * STEPS; i++) {
      tanhs[2 * i] = tanh.high();
      tanhs[2 * i + 1] = tanh.low();
      tanh = tanh.plus(u).over(DoubleDouble.ONE.plus(tanh.times(u)));
    }
    return tanhs;
  }
}
