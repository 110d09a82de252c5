package dev.backstep.check.submission;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.model.Rnn;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.net.Vector;
import java.util.Arrays;

/** What the engine computes of what was given, by the right rules or by others. */
public final class Computed {
  private final Example example;
  private final Rnn rnn;
  private final SequenceBuffers buffers;
  private final Parameters gradients;

  private Computed(Example example, Rnn rnn, SequenceBuffers buffers, Parameters gradients) {
    this.example = example;
    this.rnn = rnn;
    this.buffers = buffers;
    this.gradients = gradients;
  }

  /** One forward and one backward pass. */
  public static Computed of(Example example, BackwardRules rules) {
    Rnn rnn = new Rnn(example.shape(), rules);
    SequenceBuffers buffers = new SequenceBuffers(example.shape());
    Parameters gradients = Parameters.zeros(example.shape());
    buffers.load(example.inputs(), example.targets(), example.states());
    rnn.use(example.weights());
    rnn.forward(buffers);
    rnn.backward(buffers, gradients);
    return new Computed(example, rnn, buffers, gradients);
  }

  /** What it was computed of. */
  public Example example() {
    return example;
  }

  /** A quantity of a timestep; not to be modified. */
  public double[] row(Vector quantity, int t) {
    return quantity.equals(rnn.shape().net().inputGradient())
        ? inputGradient(t)
        : buffers.row(quantity, t);
  }

  /** A state before the first character. */
  public double[] initial(Vector state) {
    int hidden = example.shape().hidden();
    int first = example.net().states().indexOf(state) * hidden;
    return Arrays.copyOfRange(example.states(), first, first + hidden);
  }

  private double[] inputGradient(int t) {
    double[] dxt = new double[rnn.shape().vocabulary()];
    rnn.inputGradient(buffers, t, dxt);
    return dxt;
  }

  /** A gradient of the whole sequence, dW1 or dh0; not to be modified. */
  public double[] total(String gradient) {
    for (Vector state : example.net().states()) {
      if (gradient.equals(SuppliedTotal.ofState(state))) {
        return rnn.initialGradient(buffers, state);
      }
    }
    return gradients.get(gradient.substring(1)).data;
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
