package dev.backstep.training;

import dev.backstep.model.SequenceBuffers;
import java.util.Arrays;
import java.util.Locale;

/**
 * The hidden state that a sequence begins with. Values only are handed over, never gradients: dh0
 * of a sequence is not passed back into the one before. Where the state is learned, dh0 is the
 * gradient that it is learned by.
 */
public sealed interface HiddenStatePolicy {
  /**
   * Called after each sequence.
   *
   * @param finished the sequence that was just run
   * @param filled how many columns it has with the padding of its batch, whether that was computed
   *     or not; its own length where it stands alone
   * @param nextStates (H of each state, one after another) what the next sequence will begin with;
   *     modified
   */
  void afterSequence(SequenceBuffers finished, int filled, double[] nextStates);

  /** Called before the first sequence of each epoch. */
  default void atEpochStart(double[] nextStates) {}

  /** Whether the last state of every sequence is what the next begins with. */
  default boolean handsOver() {
    return false;
  }

  /** Whether every sequence begins with the same states, which updates change like weights. */
  default boolean isLearned() {
    return false;
  }

  /**
   * Says whether it can be used.
   *
   * @throws IllegalArgumentException if sequences of this length cannot be run
   */
  default void requireLength(int longest) {}

  /** Every sequence begins with zeros. */
  record Zero() implements HiddenStatePolicy {
    @Override
    public void afterSequence(SequenceBuffers finished, int filled, double[] nextStates) {
      // nextStates stays the zeros that it was made of
    }
  }

  /**
   * Every sequence begins with states that are learned: parameters of the net, zeros at first, of
   * which dh0 is the gradient.
   */
  record Learned() implements HiddenStatePolicy {
    @Override
    public void afterSequence(SequenceBuffers finished, int filled, double[] nextStates) {
      // What an update makes of them is not a matter of one sequence.
    }

    @Override
    public boolean isLearned() {
      return true;
    }
  }

  /**
   * Every sequence begins with the last state of the one before; in batches, row i with the last of
   * row i of the batch before. Where padding is behind a sequence and is computed, that is the
   * state behind the padding.
   */
  record Carried(boolean zeroAtEpochStart) implements HiddenStatePolicy {
    @Override
    public void afterSequence(SequenceBuffers finished, int filled, double[] nextStates) {
      finished.copyStates(finished.length() - 1, nextStates);
    }

    @Override
    public boolean handsOver() {
      return true;
    }

    @Override
    public void atEpochStart(double[] nextStates) {
      if (zeroAtEpochStart) {
        Arrays.fill(nextStates, 0);
      }
    }
  }

  /**
   * The literal {@code self.H[:, :, -1]} of the original NumPy code: its H is one array of a fixed
   * number of columns, a sequence fills the first T of them, and the next sequence begins with the
   * last column of the array, which is not the last state of the sequence. Where the array is
   * longer than every sequence that column stays zero for ever, and this is {@link Zero} bit for
   * bit.
   */
  record FixedArray(int columns) implements HiddenStatePolicy {
    /** As long as a sequence of a corpus can be. */
    private static final int MOST = 5000;

    public FixedArray {
      if (columns < 1 || columns > MOST) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "the fixed array has %d columns; it must have 1 to %d",
                columns,
                MOST));
      }
    }

    @Override
    public void afterSequence(SequenceBuffers finished, int filled, double[] nextStates) {
      if (filled == columns) {
        finished.copyStates(finished.length() - 1, nextStates);
      }
    }

    @Override
    public void requireLength(int longest) {
      if (longest > columns) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "the fixed array has %s and the longest sequence %d characters; it must have at"
                    + " least as many, or NumPy's index would be out of bounds",
                columns == 1 ? "1 column" : columns + " columns",
                longest));
      }
    }
  }
}
