package dev.backstep.model;

import dev.backstep.math.MatrixView;
import dev.backstep.math.Rows;
import dev.backstep.math.RowsFrom;
import java.util.Locale;

/**
 * Everything that the forward and the backward pass write about one sequence of T characters, row t
 * for timestep t. Training writes here, and these same rows are what the heatmaps show.
 *
 * <p>{@link #load} sizes every matrix for the sequence at hand; storage once allocated is kept for
 * the next one.
 */
public final class SequenceBuffers {
  private final Rows states;
  private final Rows outputs;
  private final Rows errors;
  private final Rows dhFromOutput;
  private final Rows dhFromLater;
  private final Rows dh;
  private final Rows dtanh;
  private final Rows dhPrev;
  private final double[] zeroState;
  private double[] losses = new double[0];
  private int[] inputs = {};
  private int[] targets = {};

  public SequenceBuffers(Shape shape) {
    states = new Rows(shape.hidden());
    outputs = new Rows(shape.vocabulary());
    errors = new Rows(shape.vocabulary());
    dhFromOutput = new Rows(shape.hidden());
    dhFromLater = new Rows(shape.hidden());
    dh = new Rows(shape.hidden());
    dtanh = new Rows(shape.hidden());
    dhPrev = new Rows(shape.hidden());
    zeroState = new double[shape.hidden()];
  }

  /**
   * Makes room for one sequence.
   *
   * @param inputs T character ids, kept and not modified
   * @param targets T character ids, kept and not modified
   * @param h0 (H) the hidden state before the first character, copied
   * @throws IllegalArgumentException if the lengths do not fit; the buffers are then unchanged
   */
  public void load(int[] inputs, int[] targets, double[] h0) {
    requireLength("targets", targets.length, inputs.length);
    requireLength("h0", h0.length, zeroState.length);
    this.inputs = inputs;
    this.targets = targets;
    int length = inputs.length;
    states.resize(length + 1);
    outputs.resize(length);
    errors.resize(length);
    dhFromOutput.resize(length);
    dhFromLater.resize(length);
    dh.resize(length);
    dtanh.resize(length);
    dhPrev.resize(length);
    if (losses.length < length) {
      losses = new double[length];
    }
    System.arraycopy(h0, 0, states.row(0), 0, h0.length);
  }

  private static void requireLength(String what, int length, int needed) {
    if (length != needed) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s has %d entries; it must have %d", what, length, needed));
    }
  }

  /** T. */
  public int length() {
    return inputs.length;
  }

  public int input(int t) {
    return inputs[t];
  }

  public int target(int t) {
    return targets[t];
  }

  /** {@code h_t}. */
  public double[] h(int t) {
    return states.row(t + 1);
  }

  /** {@code h_{t−1}}; h0 for t = 0. */
  public double[] hPrev(int t) {
    return states.row(t);
  }

  /** {@code o_t}, the probabilities of the next character. */
  public double[] o(int t) {
    return outputs.row(t);
  }

  /** {@code e = o_t − y_t}, the gradient at the logits. */
  public double[] e(int t) {
    return errors.row(t);
  }

  /** {@code e·W3}, the part of dh that comes from the output of this timestep. */
  public double[] dhFromOutput(int t) {
    return dhFromOutput.row(t);
  }

  /** The part of dh that comes from later timesteps: dh_prev of cell t+1, and 0 for the last. */
  public double[] dhFromLater(int t) {
    return dhFromLater.row(t);
  }

  /** (H) zeros, not to be modified. */
  public double[] zeroState() {
    return zeroState;
  }

  /** The whole gradient of {@code h_t}. */
  public double[] dh(int t) {
    return dh.row(t);
  }

  /** The gradient of the pre-activation. */
  public double[] dtanh(int t) {
    return dtanh.row(t);
  }

  /** The gradient that cell t hands to cell t−1; at t = 0 it is dh0. */
  public double[] dhPrev(int t) {
    return dhPrev.row(t);
  }

  /** {@code −ln o_t[y_t]} in nats. */
  public double loss(int t) {
    return losses[t];
  }

  void setLoss(int t, double nats) {
    losses[t] = nats;
  }

  /** The cross-entropy of the sequence in nats, summed over t ascending. */
  public double totalLoss() {
    double sum = 0;
    for (int t = 0; t < length(); t++) {
      sum += losses[t];
    }
    return sum;
  }

  /** The first timestep whose loss is not finite, or −1. */
  public int firstNonFiniteLoss() {
    for (int t = 0; t < length(); t++) {
      if (!Double.isFinite(losses[t])) {
        return t;
      }
    }
    return -1;
  }

  /**
   * The first cell of the backward pass whose squared gradient is more than a double holds, or 0.
   */
  public int firstLargeGradient() {
    for (int t = length() - 1; t > 0; t--) {
      double square = 0;
      for (double entry : dtanh(t)) {
        square += entry * entry;
      }
      if (!Double.isFinite(square)) {
        return t;
      }
    }
    return 0;
  }

  /** h0 and then every h_t: (T+1, H). */
  public Rows states() {
    return states;
  }

  /** H (T, H). */
  public MatrixView hidden() {
    return new RowsFrom(states, 1);
  }

  /** O (T, V). */
  public Rows outputs() {
    return outputs;
  }

  /** E (T, V). */
  public Rows errors() {
    return errors;
  }

  /** (T, H). */
  public Rows dhFromOutput() {
    return dhFromOutput;
  }

  /** (T, H). */
  public Rows dhFromLater() {
    return dhFromLater;
  }

  /** DH (T, H). */
  public Rows dh() {
    return dh;
  }

  /** DTANH (T, H). */
  public Rows dtanh() {
    return dtanh;
  }

  /** (T, H). */
  public Rows dhPrev() {
    return dhPrev;
  }
}
