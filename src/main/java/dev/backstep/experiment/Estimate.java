package dev.backstep.experiment;

import java.util.List;

/**
 * The mean of some numbers, and how sure of it one can be.
 *
 * <p>{@code mean = Σx/n}, and the half width of the 95 % interval is {@code t · s/√n} with {@code s
 * = √(Σ(x − mean)²/(n − 1))} and t the quantile of Student's distribution with n − 1 degrees of
 * freedom.
 *
 * @param n how many numbers it rests on
 * @param mean NaN if there is none
 * @param halfWidth NaN if there are fewer than two: one number says nothing of its spread
 */
public record Estimate(int n, double mean, double halfWidth) {
  private static final double CONFIDENCE = 0.95;

  /** The estimate from numbers that are independent of one another. */
  static Estimate of(List<Double> numbers) {
    double mean = mean(numbers);
    return new Estimate(numbers.size(), mean, halfWidth(numbers, mean));
  }

  /** Their mean without an interval, where they are too few or not independent. */
  static Estimate withoutInterval(int n, double mean) {
    return new Estimate(n, mean, Double.NaN);
  }

  private static double mean(List<Double> numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number;
    }
    return sum / numbers.size();
  }

  private static double halfWidth(List<Double> numbers, double mean) {
    int n = numbers.size();
    if (n < 2) {
      return Double.NaN;
    }
    double squares = 0;
    for (double number : numbers) {
      squares += (number - mean) * (number - mean);
    }
    double t = new StudentT(n - 1).quantile(CONFIDENCE);
    return t * Math.sqrt(squares / (n - 1) / n);
  }

  public boolean hasInterval() {
    return !Double.isNaN(halfWidth);
  }

  /** The lower end of the 95 % interval; NaN if there is none. */
  public double low() {
    return mean - halfWidth;
  }

  /** The upper end of the 95 % interval; NaN if there is none. */
  public double high() {
    return mean + halfWidth;
  }

  /** Whether the interval, ends included, leaves it open that the true mean is zero. */
  public boolean containsZero() {
    return low() <= 0 && high() >= 0;
  }

  /** Whether all the numbers were zero. */
  public boolean isExactlyZero() {
    return mean == 0 && !(halfWidth > 0);
  }
}
