package dev.backstep.check.diagnosis;

/**
 * What data would tell two explanations apart.
 *
 * @param what the array to save as well, by the file's names; empty else
 */
public record NeededData(Kind kind, String what) {
  /** What would have to be different. */
  public enum Kind {
    /** Another array of the same run. */
    SAVE,
    /** A hidden state before the first character that is not zero. */
    NON_ZERO_H0,
    /** More timesteps. */
    LONGER,
    /** Other weights: larger, and a W2 that is not symmetric. */
    OTHER_WEIGHTS,
    /** The gradients after a second sequence. */
    SECOND_SEQUENCE,
    /** Gradients large enough to be clipped. */
    LARGE_GRADIENTS,
    /** A batch in which a sequence was padded. */
    PADDED,
    /** Nothing that is known. */
    UNKNOWN
  }

  NeededData(Kind kind) {
    this(kind, "");
  }
}
