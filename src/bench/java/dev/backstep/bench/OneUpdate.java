package dev.backstep.bench;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.Parameters;
import dev.backstep.model.Rnn;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.training.optimizer.Optimizer;
import dev.backstep.training.optimizer.OptimizerKind;

/**
 * The same sequence again and again through the engine, in the steps of {@code Trainer.update}:
 * forward, backward, clip at norm 5, gradient descent.
 */
public final class OneUpdate {
  private static final double LEARNING_RATE = 1e-3;

  private final Parameters weights;
  private final int[] inputs;
  private final int[] targets;
  private final double[] h0;
  private final Rnn rnn;
  private final SequenceBuffers buffers;
  private final Parameters gradients;
  private final Clipping clipping = new Clipping.GlobalNorm(5);
  private final Optimizer optimizer;

  /**
   * @param weights trained in place
   */
  public OneUpdate(Parameters weights, int[] inputs, int[] targets, double[] h0) {
    this.weights = weights;
    this.inputs = inputs;
    this.targets = targets;
    this.h0 = h0;
    rnn = new Rnn(weights.shape());
    buffers = new SequenceBuffers(weights.shape());
    gradients = Parameters.zeros(weights.shape());
    optimizer = OptimizerKind.SGD.create(weights.shape());
  }

  /** The loss of the sequence before the update, in nats. */
  public double run() {
    forward();
    if (buffers.firstNonFiniteLoss() >= 0) {
      throw new IllegalStateException("the loss is not finite; no speed can be told");
    }
    double norm = backward().norm();
    clipping.apply(gradients, norm);
    optimizer.update(weights, gradients, LEARNING_RATE);
    return buffers.totalLoss();
  }

  /** The forward pass alone; the loss of the sequence in nats. */
  public double forward() {
    buffers.load(inputs, targets, h0);
    rnn.use(weights);
    rnn.forward(buffers);
    return buffers.totalLoss();
  }

  /** The gradients of the sequence, after {@link #forward}; not a copy. */
  public Parameters backward() {
    BackwardRules.RIGHT.begin(gradients);
    rnn.backward(buffers, gradients);
    return gradients;
  }
}
