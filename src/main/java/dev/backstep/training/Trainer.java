package dev.backstep.training;

import dev.backstep.math.SeededRandom;
import dev.backstep.model.Parameters;
import dev.backstep.model.Rnn;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.model.Shape;
import dev.backstep.text.Sequence;
import dev.backstep.trace.Trace;
import dev.backstep.trace.Update;
import java.util.Arrays;
import java.util.Optional;

/**
 * Trains one network, one sequence an update, whenever it is asked to. No threads, no clock: what
 * it does depends on nothing but the data, the settings and the number of updates.
 *
 * <p>An update allocates nothing once the buffers are as long as the longest sequence.
 */
public final class Trainer {
  private final TrainingData data;
  private final Rnn rnn;
  private final SequenceBuffers buffers;
  private final Parameters weights;
  private final Parameters gradients;
  private final Optimizer optimizer;
  private final EpochOrder order;
  private final double[] nextH0;
  private RunSettings settings;
  private Divergence divergence;
  private long updates;
  private double lossPerCharacter;
  private double gradientNorm;

  /**
   * @throws IllegalArgumentException if the settings do not go with the data
   */
  public Trainer(TrainingData data, RunSettings settings) {
    settings.hiddenState().requireLength(data.corpus().longest());
    this.data = data;
    this.settings = settings;
    Shape shape = new Shape(data.corpus().vocabulary().size(), settings.hidden());
    rnn = new Rnn(shape);
    buffers = new SequenceBuffers(shape);
    weights =
        settings
            .initialization()
            .initialize(shape, SeededRandom.forPurpose(settings.seed(), "weights"));
    gradients = Parameters.zeros(shape);
    optimizer = settings.optimizer().create(shape);
    order = new EpochOrder(data.train().size(), settings.seed());
    nextH0 = rnn.zeroState();
  }

  /**
   * Forward, backward, clip, update: one sequence. Does nothing to the weights if a number is not
   * finite; {@link #divergence} then says where, and further calls change nothing.
   */
  public void update() {
    if (divergence != null) {
      return;
    }
    run(next());
    if (divergence != null) {
      return;
    }
    settings.clipping().apply(gradients, gradientNorm);
    optimizer.update(weights, gradients, settings.learningRate());
    updates++;
    settings.hiddenState().afterSequence(buffers, nextH0);
    order.advance();
    if (order.place() == 0) {
      settings.hiddenState().atEpochStart(nextH0);
    }
  }

  private void run(Sequence sequence) {
    buffers.load(sequence.inputs(), sequence.targets(), nextH0);
    rnn.use(weights);
    rnn.forward(buffers);
    lossPerCharacter = buffers.totalLoss() / buffers.length();
    int timestep = buffers.firstNonFiniteLoss();
    if (timestep >= 0) {
      divergence = new Divergence(updates, timestep, true);
      return;
    }
    gradients.setZero();
    rnn.backward(buffers, gradients);
    gradientNorm = gradients.norm();
    if (!Double.isFinite(gradientNorm)) {
      divergence = new Divergence(updates, firstLargeGradient(), false);
    }
  }

  /** The first cell of the backward pass whose squared gradient is more than a double holds. */
  private int firstLargeGradient() {
    for (int t = buffers.length() - 1; t > 0; t--) {
      double square = 0;
      for (double entry : buffers.dtanh(t)) {
        square += entry * entry;
      }
      if (!Double.isFinite(square)) {
        return t;
      }
    }
    return 0;
  }

  /** The sequence that the next update will train on. */
  public Sequence next() {
    return data.train().get(order.current());
  }

  /**
   * The forward and the backward pass of a sequence on the weights as they are, with what an update
   * would make of it. Training is not touched. For {@link #next} this is, bit for bit, what the
   * next update will do.
   */
  public Trace trace(Sequence sequence) {
    return Trace.of(
        data.corpus().vocabulary().labels(),
        weights.copy(),
        sequence.inputs(),
        sequence.targets(),
        nextH0,
        this::preview);
  }

  private Update preview(Parameters before, Parameters gradientsOfTrace) {
    Parameters clipped = gradientsOfTrace.copy();
    double norm = clipped.norm();
    double scale = settings.clipping().apply(clipped, norm);
    Parameters after = before.copy();
    Optimizer used = optimizer.copy();
    used.update(after, clipped, settings.learningRate());
    return new Update(after, norm, scale, new AppliedRule(settings, optimizer.copy(), scale));
  }

  /**
   * Changes the learning rate from the next update on.
   *
   * @throws IllegalArgumentException if it is out of its range
   */
  public void setLearningRate(double learningRate) {
    settings = settings.withLearningRate(learningRate);
  }

  /**
   * Changes what sequences begin with; the next one begins with zeros.
   *
   * @throws IllegalArgumentException if it does not go with the data
   */
  public void setHiddenState(HiddenStatePolicy policy) {
    policy.requireLength(data.corpus().longest());
    settings = settings.withHiddenState(policy);
    Arrays.fill(nextH0, 0);
  }

  public TrainingData data() {
    return data;
  }

  public RunSettings settings() {
    return settings;
  }

  /** The weights as they are now; they change with the next update. */
  public Parameters weights() {
    return weights;
  }

  /** The hidden state that the next sequence begins with; it changes with the next update. */
  public double[] nextH0() {
    return nextH0;
  }

  /** The number of updates done. */
  public long updates() {
    return updates;
  }

  /** The number of epochs done. */
  public int epoch() {
    return order.epoch();
  }

  /** The number of sequences done in this epoch. */
  public int placeInEpoch() {
    return order.place();
  }

  /** The number of sequences in an epoch. */
  public int epochLength() {
    return order.length();
  }

  /** The mean cross-entropy of the last sequence in nats per character, before its update. */
  public double lossPerCharacter() {
    return lossPerCharacter;
  }

  /** The norm of all weight gradients of the last sequence together, before clipping. */
  public double gradientNorm() {
    return gradientNorm;
  }

  /** The number of characters of the last sequence. */
  public int lastLength() {
    return buffers.length();
  }

  public Optional<Divergence> divergence() {
    return Optional.ofNullable(divergence);
  }
}
