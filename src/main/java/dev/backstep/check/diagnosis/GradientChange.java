package dev.backstep.check.diagnosis;

/**
 * What was done with gradients after, or while, they were computed.
 *
 * @param value the factor, the limit or the norm; of another state its norm
 * @param what the array it was done with, or the name of the state; empty for all
 */
public record GradientChange(Kind kind, double value, String what) {
  /** Nothing. */
  public static final GradientChange NONE = new GradientChange(Kind.NONE, 1, "");

  /** What can be done with gradients. */
  public enum Kind {
    NONE,
    /** Divided by T: the gradient of the mean loss. */
    MEAN,
    /** The other sign: y − o in the place of o − y, or subtracted while adding up. */
    SIGN,
    /** One array has the other sign, and no other has. */
    SIGN_OF_ONE,
    /** Some arrays are multiplied by a number, and no other is. */
    FACTOR_OF_SOME,
    /** Multiplied by the learning rate, or by a number of few digits that may be it. */
    RATE,
    /** A few times as large, as after so many passes without clearing. */
    REPEATED,
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
    /** What some timesteps add is missing in the totals that are named, or there twice. */
    SHARES_LEFT_OUT,
    /** The losses of some timesteps are missing, or count twice. */
    LOSSES_LEFT_OUT,
    /** A multiple of the weights was added. */
    WEIGHT_DECAY,
    /** Gradients end at boundaries or some cells before each loss, as was chosen. */
    TRUNCATED,
    /** Other timesteps of a batch were gone through, or padding among them. */
    BATCH,
    /** What flows back to the state before the sequence flows on into what was before it. */
    NOT_DETACHED,
    /** Nothing with the gradients: the weights are those after an update by them. */
    SAVED_AFTER_UPDATE,
    /** The same, and by which rule cannot be told. */
    SAVED_AFTER_SOME_UPDATE,
    /** More than a sequence of its own: what other sequences left is still there. */
    NOT_CLEARED,
    /** The same, where no row shows that the cells are right. */
    LIKELY_NOT_CLEARED,
    /** The same, where nothing shows that even the forward pass is. */
    PERHAPS_NOT_CLEARED
  }

  public GradientChange(Kind kind, double value) {
    this(kind, value, "");
  }

  /** Whether it is about what other sequences left. */
  public boolean isOfOtherSequences() {
    return switch (kind) {
      case NOT_CLEARED, LIKELY_NOT_CLEARED, PERHAPS_NOT_CLEARED -> true;
      default -> false;
    };
  }

  public boolean isNone() {
    return kind == Kind.NONE;
  }
}
