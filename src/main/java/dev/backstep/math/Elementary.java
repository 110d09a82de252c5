package dev.backstep.math;

/**
 * exp and tanh in plain arithmetic. {@code Math.exp} and {@code Math.tanh} are replaced by machine
 * code that differs between virtual machines and processors; these give the same bits on all of
 * them, and take a fraction of the time of {@link StrictMath}.
 */
public final class Elementary {
  /** ln 2 in two parts; the first has so few bits that a multiple of it by ±1100 is exact. */
  private static final double LN2_HIGH = 0x1.62e42feep-1;

  private static final double LN2_LOW = 0x1.a39ef35793c76p-33;
  private static final double PER_LN2 = 0x1.71547652b82fep0;

  /** Added and taken off again, it leaves a number rounded to a whole one. */
  private static final double ROUNDING = 0x1.8p52;

  /** Between minus this and this, exp is neither infinite nor denormal. */
  private static final double ORDINARY = 708;

  private static final double OVERFLOW = 709.782712893384;
  private static final double UNDERFLOW = -745.1332191019412;

  /** Below it tanh is summed as a series; its value there is ½. */
  private static final double HALF_REACHED = 0.5493;

  private Elementary() {}

  /**
   * {@code eˣ} with an error below 0.9 ulp.
   *
   * <p>With {@code x = k·ln 2 + r}, |r| ≤ ½·ln 2, it is {@code 2ᵏ·eʳ}; and {@code eʳ = 1 + r +
   * r·c/(2−c)} with {@code c = r + 2 − r·coth(r/2)}, whose series in r² has the coefficients {@code
   * −2·B₂ₙ/(2n)!} of the Bernoulli numbers.
   */
  public static double exp(double x) {
    if (!(Math.abs(x) < ORDINARY)) {
      return extremeExp(x);
    }
    double k = wholeLn2(x);
    return reducedExp(x, k) * Double.longBitsToDouble(((long) k + 1023) << 52);
  }

  /**
   * The hyperbolic tangent with an error below 1.5 ulp.
   *
   * <p>{@code 1 − 2/(e²ˣ + 1)}, which loses digits for small x: there it is {@code x/(x·coth x)}
   * with {@code x·coth x = 1 + w} and {@code w = Σ 2²ⁿ·B₂ₙ/(2n)!·x²ⁿ}, written as {@code x −
   * x·w/(1+w)} so that only the small second term is rounded twice.
   */
  public static double tanh(double x) {
    double magnitude = Math.abs(x);
    double tanh;
    if (magnitude < HALF_REACHED) {
      double w = xCothXMinus1(x * x);
      tanh = magnitude - magnitude * w / (1 + w);
    } else {
      tanh = 1 - 2 / (exp(2 * magnitude) + 1);
    }
    return Math.copySign(tanh, x);
  }

  private static double wholeLn2(double x) {
    return (x * PER_LN2 + ROUNDING) - ROUNDING;
  }

  /** {@code e^(x − k·ln 2)}. */
  private static double reducedExp(double x, double k) {
    double high = x - k * LN2_HIGH;
    double low = k * LN2_LOW;
    double r = high - low;
    double z = r * r;
    double c =
        r
            - z
                * (1 / 6.
                    + z
                        * (-1 / 360.
                            + z
                                * (1 / 15120.
                                    + z
                                        * (-1 / 604800.
                                            + z * (1 / 23950080. + z * (-691 / 653837184000.))))));
    return 1 + (high - (low - r * c / (2 - c)));
  }

  /** {@code Σ 2²ⁿ·B₂ₙ/(2n)!·zⁿ}, n = 1 … 12: the next term is below 10⁻¹⁷ for z ≤ 0.31. */
  private static double xCothXMinus1(double z) {
    double w = -2.3411706819824882e-12;
    w = 2.3106432599002624e-11 + z * w;
    w = -2.2805151204592183e-10 + z * w;
    w = 2.2507846516808994e-9 + z * w;
    w = -2.2214608789979678e-8 + z * w;
    w = 2.1925947851873778e-7 + z * w;
    w = -2.1644042808063972e-6 + z * w;
    w = 2.1377799155576935e-5 + z * w;
    w = -2.1164021164021165e-4 + z * w;
    w = 2.1164021164021165e-3 + z * w;
    w = -2.2222222222222223e-2 + z * w;
    w = 3.3333333333333333e-1 + z * w;
    return z * w;
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
    double k = wholeLn2(x);
    return Math.scalb(reducedExp(x, k), (int) k);
  }
}
