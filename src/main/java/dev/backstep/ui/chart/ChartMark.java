package dev.backstep.ui.chart;

/**
 * Something that happened at an update of a run, marked above the curve and told by the read-out.
 *
 * @param update the number of updates done before it
 * @param words what happened, in one line
 */
public record ChartMark(Kind kind, long update, String words) {
  /** Each has a shape and a colour of its own. */
  public enum Kind {
    /** Settings were changed. */
    CHANGE,
    /** The largest norm of gradients. */
    STEEPEST,
    /** A number was not finite. */
    DIVERGED,
    /** The lowest held-out loss. */
    LOWEST
  }
}
