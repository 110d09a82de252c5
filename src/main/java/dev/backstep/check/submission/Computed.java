package dev.backstep.check.submission;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.Parameters;
import dev.backstep.model.Rnn;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.net.Cell;
import dev.backstep.net.Vector;

/** What the engine computes of what was given, by the right rules or by others. */
public final class Computed {
  private final Rnn rnn;
  private final SequenceBuffers buffers;
  private final Parameters gradients;

  private Computed(Rnn rnn, SequenceBuffers buffers, Parameters gradients) {
    this.rnn = rnn;
    this.buffers = buffers;
    this.gradients = gradients;
  }

  /** One forward and one backward pass. */
  public static Computed of(Given given, BackwardRules rules) {
    Rnn rnn = new Rnn(given.parameters().shape(), rules);
    SequenceBuffers buffers = new SequenceBuffers(given.parameters().shape());
    Parameters gradients = Parameters.zeros(given.parameters().shape());
    buffers.load(given.inputs(), given.targets(), given.h0());
    rnn.use(given.parameters());
    rnn.forward(buffers);
    rnn.backward(buffers, gradients);
    return new Computed(rnn, buffers, gradients);
  }

  /** A quantity of a timestep; not to be modified. */
  public double[] row(Vector quantity, int t) {
    return quantity.equals(rnn.shape().net().inputGradient())
        ? inputGradient(t)
        : buffers.row(quantity, t);
  }

  private double[] inputGradient(int t) {
    double[] dxt = new double[rnn.shape().vocabulary()];
    rnn.inputGradient(buffers, t, dxt);
    return dxt;
  }

  /** dW1, dW2, dW3, dbh, dbo or dh0; not to be modified. */
  public double[] total(String gradient) {
    return gradient.equals(SuppliedTotal.DH0)
        ? rnn.initialGradient(buffers, Cell.H)
        : gradients.get(gradient.substring(1)).data;
  }

  /** {@code −ln o_t[y_t]} in nats. */
  public double loss(int t) {
    return buffers.loss(t);
  }

  /** The same of what is kept of o, which other rules may have changed since. */
  double lossOfOutput(int t) {
    return -StrictMath.log(buffers.o(t)[buffers.target(t)]);
  }

  /** The sum of those. */
  double lossOfOutputs() {
    double sum = 0;
    for (int t = 0; t < buffers.length(); t++) {
      sum += lossOfOutput(t);
    }
    return sum;
  }

  /** The sum of the losses in nats. */
  public double totalLoss() {
    return buffers.totalLoss();
  }
}
