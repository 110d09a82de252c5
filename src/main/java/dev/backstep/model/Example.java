package dev.backstep.model;

import dev.backstep.net.Net;
import java.util.Arrays;

/**
 * A net and one sequence: what everything else is computed from.
 *
 * @param weights kept; the caller does not change them any more
 * @param sequence what is read and what should be predicted
 * @param states that the sequence begins with, one after another in the order of the net: h0 (H) of
 *     a net that has no other
 */
public record Example(Parameters weights, SequenceData sequence, double[] states) {
  /** A sequence of characters. */
  public Example(Parameters weights, int[] inputs, int[] targets, double[] states) {
    this(weights, new SequenceData(inputs, targets), states);
  }

  /** T character ids. */
  public int[] inputs() {
    return sequence.inputs();
  }

  /** T character ids. */
  public int[] targets() {
    return sequence.targets();
  }

  public Net net() {
    return shape().net();
  }

  public Shape shape() {
    return weights.shape();
  }

  /** The same with other weights. */
  public Example with(Parameters others) {
    return new Example(others, sequence, states);
  }

  /** The same net on another sequence of characters. */
  public Example on(int[] otherInputs, int[] otherTargets) {
    return on(new SequenceData(otherInputs, otherTargets));
  }

  /** The same net on another sequence. */
  public Example on(SequenceData other) {
    return new Example(weights, other, states);
  }

  /** The same on what rules make of the sequence; padding goes to the longest of the data. */
  public Example by(BackwardRules rules, int longest) {
    int[] read = rules.inputs(inputs(), longest);
    int[] expected = rules.targets(targets(), longest);
    return read == inputs() && expected == targets() ? this : on(read, expected);
  }

  /** The same from other states. */
  public Example from(double[] otherStates) {
    return new Example(weights, sequence, otherStates);
  }

  /** The same with a sequence and states of its own, which no caller changes. */
  public Example copy() {
    return new Example(weights, sequence.copy(), states.clone());
  }

  /** T. */
  public int length() {
    return sequence.length();
  }

  /** Whether the sequence begins with states of zeros. */
  public boolean beginsWithZeros() {
    return Arrays.stream(states).allMatch(entry -> entry == 0);
  }
}
