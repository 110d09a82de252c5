package dev.backstep.model;

import java.util.Locale;

/**
 * The one engine: a net, forward and backward through one sequence. Training, the heatmaps, the
 * gradient check and sampling all run this code. A net with a plain cell runs through a pass that
 * is written for it, any other through the one that follows from its equations; where both can run
 * a net they come to the same bits.
 *
 * <p>Give it weights with {@link #use}, load a sequence into {@link SequenceBuffers}, then run
 * {@link #forward} and {@link #backward}. Nothing is allocated in any of the three once the buffers
 * are large enough.
 */
public final class Rnn {
  private final Shape shape;
  private final Weights weights;
  private final ForwardPass forwardPass;
  private final BackwardPass backwardPass;
  private final DerivedPass derived;
  private final SequenceBuffers single;

  /** A network whose backward pass is right. */
  public Rnn(Shape shape) {
    this(shape, BackwardRules.RIGHT);
  }

  /** A network whose backward pass goes by the given rules. The forward pass is right. */
  public Rnn(Shape shape, BackwardRules rules) {
    this.shape = shape;
    boolean isPlain = PlainNet.is(shape.net());
    if (!isPlain && rules != BackwardRules.RIGHT) {
      throw new IllegalArgumentException(
          "the net is " + shape.net() + "; the faults are those of a cell without gates");
    }
    derived = isPlain ? null : new DerivedPass(shape);
    single = isPlain ? null : new SequenceBuffers(shape);
    weights = isPlain ? new Weights(shape) : null;
    forwardPass = isPlain ? new ForwardPass(shape.net(), weights) : null;
    backwardPass = isPlain ? new BackwardPass(shape, weights, rules) : null;
  }

  public Shape shape() {
    return shape;
  }

  /**
   * Takes over the weights as they are now. Later changes need another call.
   *
   * @throws IllegalArgumentException if they are of another shape
   */
  public void use(Parameters parameters) {
    if (!shape.equals(parameters.shape())) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the weights are for V = %d, H = %d; this network has V = %d, H = %d",
              parameters.shape().vocabulary(),
              parameters.shape().hidden(),
              shape.vocabulary(),
              shape.hidden()));
    }
    if (derived != null) {
      derived.use(parameters);
    } else {
      weights.refreshFrom(parameters);
    }
  }

  /** Writes H, O and the loss of every timestep. */
  public void forward(SequenceBuffers buffers) {
    if (derived != null) {
      derived.forward(buffers);
    } else {
      forwardPass.run(buffers);
    }
  }

  /**
   * Writes e, dh and its summands, dtanh and dh_prev of every timestep, after {@link #forward}.
   *
   * @param gradients the weight gradients are added to these
   */
  public void backward(SequenceBuffers buffers, Parameters gradients) {
    if (derived != null) {
      derived.backward(buffers, gradients);
    } else {
      backwardPass.run(buffers, gradients);
    }
  }

  /**
   * One step without a target, as sampling needs it: {@code h = tanh(x·W1 + h_prev·W2 + bh)} and
   * {@code o = softmax(h·W3ᵀ + bo)} of the vanilla net.
   *
   * @param states what the cell before hands over, one state after another; afterwards what this
   *     one does
   * @param o (V), modified
   */
  public void step(int input, double[] states, double[] o) {
    if (derived != null) {
      single.load(new int[] {input}, new int[] {input}, states);
      derived.forward(single);
      single.copyStates(0, states);
      System.arraycopy(single.row(shape.net().output(), 0), 0, o, 0, o.length);
    } else {
      forwardPass.cell(input, states.clone(), states);
      forwardPass.output(states, o);
    }
  }

  /**
   * The gradient of the input, {@code dxt = dtanh·W1ᵀ} of the vanilla net. Training has no use for
   * it, so it is computed for the row that is looked at, after {@link #backward}.
   *
   * @param dxt (V), modified
   */
  public void inputGradient(SequenceBuffers buffers, int t, double[] dxt) {
    if (derived != null) {
      derived.put(shape.net().inputGradient(), buffers, t, dxt);
      return;
    }
    double[] dtanh = buffers.dtanh(t);
    for (int v = 0; v < dxt.length; v++) {
      double sum = 0;
      for (int j = 0; j < dtanh.length; j++) {
        sum += dtanh[j] * weights.w1.unsafe_get(v, j);
      }
      dxt[v] = sum;
    }
  }

  ForwardPass forwardPass() {
    return forwardPass;
  }

  /** States of zeros, one after another. */
  public double[] zeroState() {
    return new double[shape.stateSize()];
  }
}
