package dev.backstep.ui.lab;

/**
 * The verdict of the losses of a right and of a wrong run on the fault, as they are measured now:
 * in most cases not that there is one.
 */
public enum LossVerdict {
  /** No update was made. */
  NOT_TRAINED,
  /** Too few updates to say anything. */
  TOO_EARLY,
  /** The wrong run has no finite numbers any more. */
  DIVERGED,
  /** The wrong run is ahead. */
  BETTER,
  /** The two cannot be told apart. */
  SAME,
  /** The wrong run is behind by too little to be noticed without the right one. */
  NEARLY,
  /** The wrong run learns, and clearly less. */
  WORSE,
  /** The wrong run learns nothing. */
  NOTHING;

  /** Losses are smoothed over about a hundred updates; before a few times that they say little. */
  static final long EARLY = 300;

  /** Nats per character within which two smoothed losses count as the same. */
  static final double EQUAL = 0.03;

  /** Nats per character by which a loss is often off for other reasons: a seed, a learning rate. */
  static final double USUAL = 0.2;

  /** The least share of what the right run has learnt that counts as learning. */
  static final double LEARNT = 0.2;

  /**
   * Judges by smoothed losses in nats per character.
   *
   * @param untrained the loss of a net that knows nothing, ln V
   */
  static LossVerdict of(long updates, double right, double wrong, double untrained) {
    if (updates == 0) {
      return NOT_TRAINED;
    }
    if (!Double.isFinite(wrong)) {
      return DIVERGED;
    }
    if (updates < EARLY) {
      return TOO_EARLY;
    }
    double behind = wrong - right;
    if (untrained - wrong < LEARNT * (untrained - right)) {
      return NOTHING;
    }
    return behind < -EQUAL ? BETTER : behind <= EQUAL ? SAME : behind <= USUAL ? NEARLY : WORSE;
  }
}
