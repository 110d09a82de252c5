package dev.backstep.experiment;

/**
 * Student's t distribution with a whole number ν of degrees of freedom.
 *
 * <p>The probability between −t and t is a finite sum (M. Abramowitz, I. Stegun, "Handbook of
 * Mathematical Functions", 1964, 26.7.3 and 26.7.4). With θ = arctan(t/√ν):
 *
 * <pre>
 * ν odd:   2/π · (θ + sin θ · (cos θ + 2/3 cos³θ + … + 2·4…(ν−3)/(1·3…(ν−2)) cos^(ν−2) θ))
 * ν even:  sin θ · (1 + 1/2 cos²θ + 1·3/(2·4) cos⁴θ + … + 1·3…(ν−3)/(2·4…(ν−2)) cos^(ν−2) θ)
 * </pre>
 */
final class StudentT {
  private final int degrees;

  /**
   * @param degrees ν, at least 1
   */
  StudentT(int degrees) {
    if (degrees < 1) {
      throw new IllegalArgumentException("ν is " + degrees + "; it must be at least 1");
    }
    this.degrees = degrees;
  }

  /** The probability of a value between −t and t, for t ≥ 0. */
  double within(double t) {
    double cos2 = degrees / (degrees + t * t);
    double sin = t / Math.sqrt(degrees + t * t);
    if (degrees % 2 == 0) {
      return sin * sum(1, 2, cos2);
    }
    double theta = StrictMath.atan(t / Math.sqrt(degrees));
    double rest = degrees == 1 ? 0 : sin * sum(Math.sqrt(cos2), 3, cos2);
    return 2 / Math.PI * (theta + rest);
  }

  /** {@code first · (1 + (k−1)/k cos² + (k−1)(k+1)/(k(k+2)) cos⁴ + …)}, k up to ν − 2. */
  private double sum(double first, int from, double cos2) {
    double term = first;
    double sum = first;
    for (int k = from; k <= degrees - 2; k += 2) {
      term *= cos2 * (k - 1) / k;
      sum += term;
    }
    return sum;
  }

  /** The t ≥ 0 with this probability between −t and t, by halving until doubles are too coarse. */
  double quantile(double probability) {
    double high = 1;
    while (within(high) < probability) {
      high *= 2;
    }
    double low = 0;
    double middle = high / 2;
    while (low < middle && middle < high) {
      if (within(middle) < probability) {
        low = middle;
      } else {
        high = middle;
      }
      middle = low + (high - low) / 2;
    }
    return high;
  }
}
