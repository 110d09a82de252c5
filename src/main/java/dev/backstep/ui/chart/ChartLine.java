package dev.backstep.ui.chart;

import dev.backstep.math.Series;

/**
 * One run on a {@link LossChart}. The series may go on growing; {@link LossChart#refresh()} shows
 * what is new.
 *
 * @param name what the legend says
 * @param role whose colour it has
 * @param raw the loss of every update, in nats per character
 * @param smoothed the smoothed loss, as long as {@code raw}
 * @param heldOutAt the updates at which the held-out loss was measured, ascending
 * @param heldOut the held-out loss there, as long as {@code heldOutAt}
 * @param from the first update that is shown; earlier held-out losses are not shown either
 */
public record ChartLine(
    String name,
    Role role,
    Series raw,
    Series smoothed,
    Series heldOutAt,
    Series heldOut,
    int from) {
  /**
   * The only run of a chart, one of the two that are compared, how a run was before, or by how much
   * two differ.
   */
  public enum Role {
    RUN,
    RUN_A,
    RUN_B,
    PAST,
    DIFFERENCE
  }

  /** A line that is shown from its beginning. */
  public ChartLine(
      String name, Role role, Series raw, Series smoothed, Series heldOutAt, Series heldOut) {
    this(name, role, raw, smoothed, heldOutAt, heldOut, 0);
  }

  /** A run as it was, from where it is not so any more. */
  public static ChartLine past(
      String name, int from, Series raw, Series smoothed, Series heldOutAt, Series heldOut) {
    return new ChartLine(name, Role.PAST, raw, smoothed, heldOutAt, heldOut, Math.max(0, from));
  }

  /** A difference is drawn smoothed only, about a zero line: raw ones are as large as losses. */
  boolean isDifference() {
    return role == Role.DIFFERENCE;
  }

  boolean isPast() {
    return role == Role.PAST;
  }

  /** A line without held-out points. */
  public static ChartLine of(String name, Role role, Series raw, Series smoothed) {
    return new ChartLine(name, role, raw, smoothed, new Series(), new Series());
  }

  /** Points that have both an update and a value. */
  int heldOutCount() {
    return Math.min(heldOutAt.size(), heldOut.size());
  }

  /** The index of the first held-out point that is not before an update; their number if none. */
  int firstHeldOut(double update) {
    int low = 0;
    int high = heldOutCount();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (heldOutAt.get(middle) < update) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The last update that has anything to show; −1 if none. */
  double lastUpdate() {
    double last = raw.size() - 1.0;
    return heldOutCount() == 0 ? last : Math.max(last, heldOutAt.get(heldOutCount() - 1));
  }
}
