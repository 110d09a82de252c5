package dev.backstep.ui.tour;

import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.model.Rnn;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.trace.Trace;

/**
 * One weight made a little larger, and what the loss of the sequence does, computed anew.
 *
 * @param step by how much the weight is larger
 * @param before the loss as it is
 * @param after the loss with the larger weight
 */
record Nudge(double step, double before, double after) {
  static Nudge of(Trace trace, String weight, int row, int col, double step) {
    Example example = trace.example();
    Parameters weights = example.weights().copy();
    weights.get(weight).add(row, col, step);
    SequenceBuffers buffers = new SequenceBuffers(example.shape());
    buffers.load(example.with(weights));
    Rnn rnn = new Rnn(example.shape());
    rnn.use(weights);
    rnn.forward(buffers);
    return new Nudge(step, trace.totalLoss(), buffers.totalLoss());
  }

  /** By how much the loss changes. */
  double change() {
    return after - before;
  }

  /** The same per unit of the weight: nearly the slope. */
  double perUnit() {
    return change() / step;
  }
}
