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
  private final Pass pass;

  /** Forward and backward through one sequence. */
  interface Pass {
    void use(Parameters parameters);

    void forward(SequenceBuffers buffers);

    void backward(SequenceBuffers buffers, Parameters gradients);

    void step(int input, double[] states, double[] o);

    void inputGradient(SequenceBuffers buffers, int t, double[] row);
  }

  /** The pass that is written for a plain cell. */
  private record PlainPass(Weights weights, ForwardPass forwardPass, BackwardPass backwardPass)
      implements Pass {
    static PlainPass of(Shape shape, BackwardRules rules) {
      Weights weights = new Weights(shape);
      return new PlainPass(
          weights, new ForwardPass(shape.net(), weights), new BackwardPass(shape, weights, rules));
    }

    @Override
    public void use(Parameters parameters) {
      weights.refreshFrom(parameters);
    }

    @Override
    public void forward(SequenceBuffers buffers) {
      forwardPass.run(buffers);
    }

    @Override
    public void backward(SequenceBuffers buffers, Parameters gradients) {
      backwardPass.run(buffers, gradients);
    }

    @Override
    public void step(int input, double[] states, double[] o) {
      forwardPass.cell(input, states.clone(), states);
      forwardPass.output(states, o);
    }

    @Override
    public void inputGradient(SequenceBuffers buffers, int t, double[] dxt) {
      double[] dtanh = buffers.dtanh(t);
      for (int v = 0; v < dxt.length; v++) {
        double sum = 0;
        for (int j = 0; j < dtanh.length; j++) {
          sum += dtanh[j] * weights.w1.unsafe_get(v, j);
        }
        dxt[v] = sum;
      }
    }
  }

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
    pass = isPlain ? PlainPass.of(shape, rules) : new DerivedPass(shape);
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
    pass.use(parameters);
  }

  /** Writes H, O and the loss of every timestep. */
  public void forward(SequenceBuffers buffers) {
    pass.forward(buffers);
  }

  /**
   * Writes e, dh and its summands, dtanh and dh_prev of every timestep, after {@link #forward}.
   *
   * @param gradients the weight gradients are added to these
   */
  public void backward(SequenceBuffers buffers, Parameters gradients) {
    pass.backward(buffers, gradients);
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
    pass.step(input, states, o);
  }

  /**
   * The gradient of the input, {@code dxt = dtanh·W1ᵀ} of the vanilla net. Training has no use for
   * it, so it is computed for the row that is looked at, after {@link #backward}.
   *
   * @param dxt (V), modified
   */
  public void inputGradient(SequenceBuffers buffers, int t, double[] dxt) {
    pass.inputGradient(buffers, t, dxt);
  }

  ForwardPass forwardPass() {
    return plain().forwardPass();
  }

  private PlainPass plain() {
    if (pass instanceof PlainPass plain) {
      return plain;
    }
    throw new IllegalStateException("the net is " + shape.net() + "; its cell must be a plain one");
  }

  /** States of zeros, one after another. */
  public double[] zeroState() {
    return new double[shape.stateSize()];
  }
}
