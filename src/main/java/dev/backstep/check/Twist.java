package dev.backstep.check;

/**
 * What was done with gradients after, or while, they were computed.
 *
 * @param value the factor, the limit or the norm
 * @param what the array it was done with; empty for all
 */
public record Twist(Kind kind, double value, String what) {
  /** Nothing. */
  public static final Twist NONE = new Twist(Kind.NONE, 1, "");

  /** What can be done with gradients. */
  public enum Kind {
    NONE,
    /** Divided by T: the gradient of the mean loss. */
    MEAN,
    /** The other sign: y − o in the place of o − y, or subtracted while adding up. */
    SIGN,
    /** Multiplied by the learning rate. */
    RATE,
    /** Scaled down to a norm. */
    NORM_CLIPPED,
    /** Each entry cut off at ± a limit. */
    ENTRIES_CLIPPED,
    /** Multiplied by a number that says nothing. */
    FACTOR,
    /** Rows and columns exchanged. */
    TRANSPOSED,
    /** More than a sequence of its own: what other sequences left is still there. */
    NOT_CLEARED
  }

  Twist(Kind kind, double value) {
    this(kind, value, "");
  }

  public boolean isNone() {
    return kind == Kind.NONE;
  }
}
