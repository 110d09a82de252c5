package dev.backstep.net;

import java.util.Locale;

/**
 * The bias of a cell whose start value is a setting, because it decides how much of its state an
 * untrained cell keeps: with 0 the gate stands half open, and the state is halved every timestep.
 *
 * @param weight the bias
 * @param gate the name of its gate: {@code forget}
 * @param usual the start value that is usual
 */
public record GateBias(Weight weight, String gate, double usual) {
  /** The smallest start value; the gate is then all but shut. */
  public static final double LEAST = -10;

  /** The largest start value; the gate is then all but open. */
  public static final double MOST = 10;

  /**
   * Refuses a start value that cannot be used.
   *
   * @throws IllegalArgumentException if it is out of its range
   */
  public void require(double start) {
    if (!(start >= LEAST && start <= MOST)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the start value of %s, the bias of the %s gate, is %s; it must be -10 to 10",
              weight,
              gate,
              start));
    }
  }
}
