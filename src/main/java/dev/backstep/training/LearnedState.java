package dev.backstep.training;

import dev.backstep.model.Parameters;
import dev.backstep.model.Rnn;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.model.Shape;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.training.optimizer.Optimizer;
import dev.backstep.training.optimizer.OptimizerKind;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The states that every sequence begins with where they are learned: parameters beside the weights,
 * with a gradient and an optimiser of their own. One row (1,H) for each state of the net.
 *
 * <p>Nothing is allocated by an update.
 */
final class LearnedState {
  private final Parameters states;
  private final Parameters gradients;
  private final double[] row;
  private final Optimizer optimizer;

  /**
   * @param begin the states one after another; copied
   * @param optimizer modified by every update
   */
  LearnedState(Shape shape, double[] begin, Optimizer optimizer) {
    states = Parameters.initialStates(shape);
    gradients = Parameters.initialStates(shape);
    row = new double[shape.hidden()];
    this.optimizer = optimizer;
    for (int i = 0; i < states.count(); i++) {
      System.arraycopy(begin, i * row.length, states.data(i), 0, row.length);
    }
  }

  /** One of the settings that remembers nothing yet; null where no states are learned. */
  static @Nullable Optimizer optimizer(RunSettings settings, Shape shape) {
    if (!settings.hiddenState().isLearned()) {
      return null;
    }
    OptimizerKind kind = settings.optimizer();
    return kind.restore(
        Stream.generate(() -> Parameters.initialStates(shape)).limit(kind.remembered()).toList(),
        kind.create(shape).counters());
  }

  /**
   * The states that a sequence begins with that follows on none: those that are learned, or zeros.
   *
   * @param nextStates of every row, one after another
   * @param size of those of one row
   */
  static double[] first(RunSettings settings, double[] nextStates, int size) {
    return settings.hiddenState().isLearned() ? Arrays.copyOf(nextStates, size) : new double[size];
  }

  /**
   * Adds dh0 of a sequence.
   *
   * @param gradients from {@link Parameters#initialStates}, modified
   * @param row (H), written over
   */
  static void add(Rnn rnn, SequenceBuffers buffers, Parameters gradients, double[] row) {
    for (int i = 0; i < gradients.count(); i++) {
      rnn.initialGradient(buffers, i, row);
      double[] sum = gradients.data(i);
      for (int j = 0; j < row.length; j++) {
        sum[j] += row[j];
      }
    }
  }

  /** The norm of the gradients of weights and learned states together. */
  static double norm(Parameters ofWeights, Parameters ofStates) {
    return Math.sqrt(ofWeights.sumOfSquares() + ofStates.sumOfSquares());
  }

  /** Forgets the gradient of the update before. */
  void begin() {
    gradients.setZero();
  }

  /** Adds dh0 of a sequence that was gone back through. */
  void add(Rnn rnn, SequenceBuffers buffers) {
    add(rnn, buffers, gradients, row);
  }

  /** The norm of the gradients of the weights and its own together. */
  double norm(Parameters ofWeights) {
    return norm(ofWeights, gradients);
  }

  /**
   * Clips and updates.
   *
   * @param norm of the gradients of the weights and its own together
   */
  void update(Clipping clipping, double norm, double learningRate) {
    clipping.apply(gradients, norm);
    optimizer.update(states, gradients, learningRate);
  }

  /** Writes the states one after another. */
  void copyTo(double[] all) {
    for (int i = 0; i < states.count(); i++) {
      System.arraycopy(states.data(i), 0, all, i * row.length, row.length);
    }
  }

  /** A copy of what the optimiser is at the moment. */
  Optimizer optimizer() {
    return optimizer.copy();
  }
}
