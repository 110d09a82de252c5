package dev.backstep.check.submission;

import dev.backstep.math.NdArray;
import dev.backstep.model.GradientCheck;
import java.util.Collection;

/**
 * How much two vectors may differ and still agree: by {@link GradientCheck#error}, or by a norm of
 * their difference that is next to nothing.
 *
 * @param relative the largest error {@code ‖a−b‖ / (‖a‖+‖b‖)}
 * @param absolute the largest ‖a−b‖ that counts as none
 */
public record Tolerance(double relative, double absolute) {
  /** Two orders of summation in float64 differ by about 1e-15; 1e-9 leaves room for long sums. */
  public static final Tolerance OF_FLOAT64 = new Tolerance(1e-9, GradientCheck.FLOOR);

  /**
   * float32 has 7 digits, of which an output close to its target loses most in {@code o − y}: what
   * is left is told apart from nothing only where it is larger than that loss.
   */
  public static final Tolerance OF_FLOAT32 = new Tolerance(1e-4, 2e-5);

  /** float16 has 3 digits; right gradients computed in it are off by up to 4e-3. */
  public static final Tolerance OF_FLOAT16 = new Tolerance(1e-2, 5e-4);

  /** What was computed of several arrays has no more digits than the one with the fewest. */
  public static Tolerance of(Collection<NdArray.Kind> kinds) {
    if (kinds.contains(NdArray.Kind.FLOAT16)) {
      return OF_FLOAT16;
    }
    return kinds.contains(NdArray.Kind.FLOAT32) ? OF_FLOAT32 : OF_FLOAT64;
  }

  /** The error; 0 where the difference counts as none. */
  public double error(double[] yours, double[] right) {
    return distance(yours, right) <= absolute ? 0 : GradientCheck.error(yours, right);
  }

  /** Whether two vectors agree. */
  public boolean agree(double[] yours, double[] right) {
    return isSmall(error(yours, right));
  }

  public boolean isSmall(double error) {
    return error <= relative;
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      double difference = a[i] - b[i];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }
}
