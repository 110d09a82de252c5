package dev.backstep.check;

import dev.backstep.model.Parameters;

/**
 * What everything else is computed from, in the project's shapes.
 *
 * @param parameters kept; the caller does not change them any more
 * @param inputs T character ids
 * @param targets T character ids
 * @param h0 (H)
 */
public record Given(Parameters parameters, int[] inputs, int[] targets, double[] h0) {
  /** T. */
  public int length() {
    return inputs.length;
  }

  /** Whether the sequence begins with a hidden state of zeros. */
  public boolean hasZeroState() {
    for (double entry : h0) {
      if (entry != 0) {
        return false;
      }
    }
    return true;
  }
}
