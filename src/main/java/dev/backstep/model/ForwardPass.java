package dev.backstep.model;

import dev.backstep.math.Elementary;
import dev.backstep.math.Kernels;
import dev.backstep.net.Function;
import dev.backstep.net.Net;
import java.util.Arrays;

/**
 * The forward pass of a vanilla RNN with a softmax output, row vectors throughout:
 *
 * <pre>
 *   h_t    = tanh(x_t·W1 + h_{t−1}·W2 + bh)
 *   o_t    = softmax(h_t·W3ᵀ + bo)
 *   loss_t = −ln o_t[y_t]
 * </pre>
 *
 * <p>{@code x_t} is one-hot, so {@code x_t·W1} is row x of W1. exp and tanh are {@link
 * Elementary}'s and the logarithm is {@link StrictMath}'s: the same bits everywhere.
 */
final class ForwardPass {
  private final Weights weights;
  private final Function function;

  /** A pass over weights that {@link #run} refreshes. */
  ForwardPass(Net net, Weights weights) {
    this.weights = weights;
    function = PlainNet.function(net);
  }

  /** Writes H, O and the losses of the sequence that the buffers were loaded with. */
  void run(SequenceBuffers buffers) {
    runFrom(0, buffers);
  }

  /** Runs the cells {@code first … T−1} on, from the state that stands before the first of them. */
  void runFrom(int first, SequenceBuffers buffers) {
    for (int t = first; t < buffers.length(); t++) {
      cell(buffers.input(t), buffers.hPrev(t), buffers.h(t));
    }
    outputs(first, buffers);
  }

  /** {@link #output} of every timestep from the first on, as one product of matrices. */
  private void outputs(int first, SequenceBuffers buffers) {
    buffers.outputs().setZero(first);
    Kernels.addProducts(buffers.states(), 1, weights.w3Transposed, buffers.outputs(), first);
    for (int t = first; t < buffers.length(); t++) {
      probabilities(buffers.o(t));
      loss(t, buffers);
    }
  }

  /** {@code o_t = softmax(h_t·W3ᵀ + bo)} and {@code loss_t = −ln o_t[y_t]}. */
  void output(int t, SequenceBuffers buffers) {
    output(buffers.h(t), buffers.o(t));
    loss(t, buffers);
  }

  static void loss(int t, SequenceBuffers buffers) {
    buffers.setLoss(t, -StrictMath.log(buffers.o(t)[buffers.target(t)]));
  }

  /**
   * {@code h = tanh(x·W1 + h_prev·W2 + bh)}.
   *
   * @param hPrev (H), not modified
   * @param h (H), modified
   */
  void cell(int input, double[] hPrev, double[] h) {
    preActivation(input, hPrev, h);
    activate(h);
  }

  void preActivation(int input, double[] hPrev, double[] a) {
    System.arraycopy(weights.w1.data, input * a.length, a, 0, a.length);
    Kernels.addProduct(hPrev, weights.w2, a);
    Kernels.add(weights.bh, a);
  }

  /** The function of the cell, tanh of the vanilla net. */
  void activate(double[] a) {
    RowKernels.apply(function, a);
  }

  /**
   * {@code o = softmax(h·W3ᵀ + bo)}.
   *
   * @param h (H), not modified
   * @param o (V), modified
   */
  void output(double[] h, double[] o) {
    Arrays.fill(o, 0);
    Kernels.addProduct(h, weights.w3Transposed, o);
    probabilities(o);
  }

  private void probabilities(double[] product) {
    Kernels.add(weights.bo, product);
    softmax(product);
  }

  /**
   * {@code z[k] = exp(z[k] − max z) / Σ exp(z − max z)}; the maximum keeps exp from overflowing.
   */
  static void softmax(double[] z) {
    double max = Double.NEGATIVE_INFINITY;
    for (double logit : z) {
      max = logit > max ? logit : max;
    }
    double sum = 0;
    for (int k = 0; k < z.length; k++) {
      z[k] = Elementary.exp(z[k] - max);
      sum += z[k];
    }
    for (int k = 0; k < z.length; k++) {
      z[k] /= sum;
    }
  }
}
