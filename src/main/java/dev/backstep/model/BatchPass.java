package dev.backstep.model;

import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Everything that one forward and one backward pass through a batch write, by some rules. */
public final class BatchPass {
  private final Batch batch;
  private final List<Pass> passes = new ArrayList<>();
  private final Parameters gradients;
  private final Rnn rnn;

  /** What was computed of one sequence. */
  private record Pass(SequenceBuffers buffers, List<double[]> initialGradients) {}

  private BatchPass(Batch batch, BackwardRules rules) {
    this.batch = batch;
    gradients = Parameters.zeros(batch.shape());
    rnn = new Rnn(batch.shape(), rules, batch.truncation());
    rnn.use(batch.weights());
  }

  /** Forward and backward through every sequence; the gradients are added in their order. */
  public static BatchPass of(Batch batch, BackwardRules rules) {
    BatchPass pass = new BatchPass(batch, new Unfinished(rules));
    for (Example example : batch.sequences()) {
      SequenceBuffers buffers = new SequenceBuffers(batch.shape());
      buffers.load(example);
      pass.rnn.forward(buffers);
      pass.passes.add(pass.back(buffers));
    }
    rules.gather(
        new CellSums(rules, batch.shape()),
        pass.passes.stream().map(Pass::buffers).toList(),
        pass.gradients);
    rules.finish(pass.gradients);
    return pass;
  }

  /** What other sequences added is not for the rules to change. */
  private void addToSums(Parameters own) {
    for (int i = 0; i < gradients.count(); i++) {
      add(own.data(i), gradients.data(i));
    }
  }

  private Pass back(SequenceBuffers buffers) {
    Parameters own = Parameters.zeros(batch.shape());
    rnn.backward(buffers, own);
    addToSums(own);
    return new Pass(
        buffers,
        net().states().stream().map(state -> rnn.initialGradient(buffers, state)).toList());
  }

  private static void add(double[] row, double[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += row[i];
    }
  }

  private double[] row(SequenceBuffers buffers, Vector vector, int t) {
    if (buffers.has(vector)) {
      return buffers.row(vector, t);
    }
    double[] row = new double[rnn.shape().size(vector.axis())];
    rnn.inputGradient(buffers, t, row);
    return row;
  }

  private Net net() {
    return batch.net();
  }

  /** The batch that was gone through. */
  public Batch batch() {
    return batch;
  }

  /**
   * A row of a vector of a sequence; not to be modified. The gradient of the input is computed when
   * it is asked for, where the net does not need it; so one thread at a time may ask.
   */
  public double[] row(Vector vector, int sequence, int t) {
    return row(buffers(sequence), vector, t);
  }

  /** Whether the rows of a vector are there already. */
  public boolean has(Vector vector) {
    return buffers(0).has(vector);
  }

  /** What the passes through a sequence wrote. */
  public SequenceBuffers buffers(int sequence) {
    return passes.get(sequence).buffers();
  }

  /** The gradient of a state that a sequence begins with; not to be modified. */
  public double[] initialGradient(Vector state, int sequence) {
    return Objects.requireNonNull(
        passes.get(sequence).initialGradients().get(net().states().indexOf(state)));
  }

  /** The sums of the gradients of the weights; not to be modified. */
  public Parameters gradients() {
    return gradients;
  }

  /** The losses of all sequences added, each in the order of its timesteps. */
  public double totalLoss() {
    double sum = 0;
    for (Pass pass : passes) {
      sum += pass.buffers().totalLoss();
    }
    return sum;
  }
}
