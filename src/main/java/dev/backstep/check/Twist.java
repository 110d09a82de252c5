package dev.backstep.check;

/**
 * What was done with gradients after, or while, they were computed.
 *
 * @param value the factor, the limit or the norm; of another state its norm
 * @param what the array it was done with, or the name of the state; empty for all
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
    /** One array has the other sign, and no other has. */
    SIGN_OF_ONE,
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
    /** Nothing with the gradients: the run began with zeros, and not with the state it says. */
    ZERO_STATE,
    /** Nothing with the gradients: the run began with a state that is not the one it says. */
    OTHER_STATE,
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
