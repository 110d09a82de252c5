package dev.backstep.model;

import dev.backstep.net.Net;
import java.util.Arrays;

/**
 * A net and one sequence: what everything else is computed from.
 *
 * @param weights kept; the caller does not change them any more
 * @param inputs T character ids
 * @param targets T character ids
 * @param states that the sequence begins with, one after another in the order of the net: h0 (H) of
 *     a net that has no other
 */
public record Example(Parameters weights, int[] inputs, int[] targets, double[] states) {
  public Net net() {
    return shape().net();
  }

  public Shape shape() {
    return weights.shape();
  }

  /** The same with other weights. */
  public Example with(Parameters others) {
    return new Example(others, inputs, targets, states);
  }

  /** The same net on another sequence. */
  public Example on(int[] otherInputs, int[] otherTargets) {
    return new Example(weights, otherInputs, otherTargets, states);
  }

  /** The same on what rules make of the sequence; padding goes to the longest of the data. */
  public Example by(BackwardRules rules, int longest) {
    return on(rules.inputs(inputs, longest), rules.targets(targets, longest));
  }

  /** The same from other states. */
  public Example from(double[] otherStates) {
    return new Example(weights, inputs, targets, otherStates);
  }

  /** T. */
  public int length() {
    return inputs.length;
  }

  /** Whether the sequence begins with states of zeros. */
  public boolean beginsWithZeros() {
    return Arrays.stream(states).allMatch(entry -> entry == 0);
  }
}
