package dev.backstep.text;

import java.util.Arrays;

/**
 * One training example: at timestep t the net reads {@code inputs[t]} and should say {@code
 * targets[t]}.
 *
 * <p>The accessors return the arrays themselves, because training reads them at every update; they
 * are to be read only. A {@link Corpus} hands out fresh arrays each time, so that writing to one
 * spoils nothing but that one. Two sequences are equal if text, inputs and targets are.
 *
 * @param text the characters of the inputs
 * @param inputs ids of length T ≥ 1
 * @param targets ids of length T
 */
public record Sequence(String text, int[] inputs, int[] targets) {
  /**
   * @throws IllegalArgumentException if there is no input, or not one target for each input
   */
  public Sequence {
    if (inputs.length == 0 || inputs.length != targets.length) {
      throw new IllegalArgumentException(
          "The sequence has "
              + inputs.length
              + " inputs and "
              + targets.length
              + " targets; it must have at least one input and as many targets.");
    }
  }

  /** T, the number of timesteps. */
  public int length() {
    return inputs.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sequence that
        && text.equals(that.text)
        && Arrays.equals(inputs, that.inputs)
        && Arrays.equals(targets, that.targets);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * text.hashCode() + Arrays.hashCode(inputs)) + Arrays.hashCode(targets);
  }

  @Override
  public String toString() {
    return "Sequence[\"" + text + "\", T=" + length() + "]";
  }
}
