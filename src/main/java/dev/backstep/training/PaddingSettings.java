package dev.backstep.training;

import dev.backstep.model.PaddedBatch.Side;

/**
 * What is made of the padding of a batch, and how much each loss counts. Padding reads the zero
 * vector, and where its loss counts, id 0 should be predicted: the end mark.
 *
 * @param side where sequences are filled up to the longest of their batch
 */
public record PaddingSettings(Side side, Mask mask, LossMean loss) {
  /** Padding changes nothing, and every loss counts once. */
  public static final PaddingSettings USUAL =
      new PaddingSettings(Side.RIGHT, Mask.STATES_AND_LOSS, LossMean.SUM);

  /** What padding does not touch. */
  public enum Mask {
    /** States are what they were before it, and its losses do not count. */
    STATES_AND_LOSS,
    /** The cell reads it, and its losses do not count. */
    LOSS_ONLY,
    /** The cell reads it, and its losses count like all others. */
    NONE
  }

  /** What the sum of the losses is divided by. */
  public enum LossMean {
    /** By nothing. */
    SUM,
    /** By the number of all timesteps whose losses count. */
    PER_CHARACTER,
    /** The mean of each sequence, then the mean of these. */
    PER_SEQUENCE,
    /** By the number of all columns of all sequences, with the padding. */
    PER_PADDED_LENGTH
  }

  /** Whether the cell reads the padding. */
  public boolean isComputed() {
    return mask != Mask.STATES_AND_LOSS;
  }

  /**
   * How often the loss of each timestep of a sequence counts.
   *
   * @param own the timesteps of the sequence
   * @param all those of all sequences of its batch
   * @param padded the same with their padding
   * @param size the number of sequences
   */
  public double weight(int own, long all, long padded, int size) {
    boolean isMasked = mask != Mask.NONE;
    return switch (loss) {
      case SUM -> 1;
      case PER_CHARACTER -> 1.0 / (isMasked ? all : padded);
      case PER_SEQUENCE -> isMasked ? 1.0 / ((long) size * own) : 1.0 / padded;
      case PER_PADDED_LENGTH -> 1.0 / padded;
    };
  }

  /** How often that of each timestep of padding counts. */
  public double paddingWeight(double own) {
    return mask == Mask.NONE ? own : 0;
  }

  /** These with all that differs between two others. */
  PaddingSettings withDifference(PaddingSettings before, PaddingSettings after) {
    return new PaddingSettings(
        after.side == before.side ? side : after.side,
        after.mask == before.mask ? mask : after.mask,
        after.loss == before.loss ? loss : after.loss);
  }

  public PaddingSettings with(Side other) {
    return new PaddingSettings(other, mask, loss);
  }

  public PaddingSettings with(Mask other) {
    return new PaddingSettings(side, other, loss);
  }

  public PaddingSettings with(LossMean other) {
    return new PaddingSettings(side, mask, other);
  }
}
