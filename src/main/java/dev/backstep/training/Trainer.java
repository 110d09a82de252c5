package dev.backstep.training;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.model.Rnn;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.model.Shape;
import dev.backstep.text.Sequence;
import dev.backstep.trace.Trace;
import dev.backstep.training.optimizer.Optimizer;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Trains one network, one sequence an update, whenever it is asked to. No threads, no clock: what
 * it does depends on nothing but the data, the settings and the number of updates.
 *
 * <p>An update allocates nothing once the buffers are as long as the longest sequence.
 */
public final class Trainer {
  private final TrainingData data;
  private final SequenceBuffers buffers;
  private final Parameters weights;
  private final Parameters gradients;
  private final EpochOrder order;
  private final double[] nextStates;

  /** The gradients that the next sequence adds to; null where it finds zeros. */
  private @Nullable Parameters handedOn;

  private Rnn rnn;
  private RunSettings settings;
  private Optimizer optimizer;
  private @Nullable Divergence divergence;
  private long updates;
  private double lossPerCharacter;
  private double gradientNorm;

  /**
   * @throws IllegalArgumentException if the settings do not go with the data
   */
  public Trainer(TrainingData data, RunSettings settings) {
    this(data, Checkpoint.beginning(data, settings));
  }

  /**
   * A trainer that goes on from a checkpoint with the same bits as the one that it was taken of.
   *
   * @param data what that one trained on
   * @throws IllegalArgumentException if the settings do not go with the data
   */
  public Trainer(TrainingData data, Checkpoint checkpoint) {
    settings = checkpoint.settings();
    settings.hiddenState().requireLength(data.corpus().longest());
    this.data = data;
    weights = checkpoint.weights().copy();
    Shape shape = weights.shape();
    rnn = new Rnn(shape, rules(), settings.truncation());
    buffers = new SequenceBuffers(shape);
    handedOn = checkpoint.gradients();
    gradients = handedOn == null ? Parameters.zeros(shape) : handedOn.copy();
    optimizer = checkpoint.optimizer().copy();
    order = new EpochOrder(checkpoint.order());
    nextStates = checkpoint.nextStates().clone();
    updates = checkpoint.updates();
    lossPerCharacter = checkpoint.lossPerCharacter();
    gradientNorm = checkpoint.gradientNorm();
  }

  /**
   * Everything that this trainer is at the moment. It is that of a run that goes on: a divergence
   * is not part of it, and happens again at the next update.
   */
  public Checkpoint checkpoint() {
    return new Checkpoint(
        updates,
        settings,
        weights.copy(),
        optimizer.copy(),
        handedOn,
        nextStates.clone(),
        order.state(),
        lossPerCharacter,
        gradientNorm);
  }

  /**
   * Forward, backward, clip, update: one sequence. Does nothing to the weights if a number is not
   * finite; {@link #divergence} then says where, and further calls change nothing.
   */
  public void update() {
    if (divergence != null) {
      return;
    }
    double norm = run(next());
    if (divergence != null) {
      return;
    }
    lossPerCharacter = buffers.totalLoss() / buffers.length();
    gradientNorm = norm;
    settings.clipping().apply(gradients, gradientNorm);
    optimizer.update(weights, gradients, settings.learningRate());
    updates++;
    handedOn = rules().handsOnGradients() ? gradients.copy() : null;
    settings.hiddenState().afterSequence(buffers, nextStates);
    order.advance();
    if (order.place() == 0) {
      settings.hiddenState().atEpochStart(nextStates);
    }
  }

  /** The forward and the backward pass; the norm of the gradients. */
  private double run(Sequence sequence) {
    int longest = data.corpus().longest();
    int[] inputs = rules().inputs(sequence.inputs(), longest);
    buffers.load(inputs, rules().targets(sequence.targets(), longest), nextStates);
    rnn.use(weights);
    rnn.forward(buffers);
    int timestep = buffers.firstNonFiniteLoss();
    if (timestep >= 0) {
      divergence = new Divergence(updates, timestep, true);
      return Double.NaN;
    }
    rules().begin(gradients);
    rnn.backward(buffers, gradients);
    double norm = gradients.norm();
    if (!Double.isFinite(norm)) {
      divergence = new Divergence(updates, buffers.firstLargeGradient(), false);
    }
    return norm;
  }

  private BackwardRules rules() {
    return settings.fault().rules();
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
    Example example =
        new Example(weights.copy(), sequence.inputs(), sequence.targets(), nextStates);
    return new TraceSource(data, settings, example, handedOn, optimizer.copy(), order.previous())
        .trace();
  }

  /**
   * Goes on with other settings from the next update on. Another optimiser remembers nothing yet;
   * if it is changed what sequences begin with, the next one begins with zeros, and with another
   * fault so do the gradients.
   *
   * @throws IllegalArgumentException if they do not go with the data, or are of a run that begins
   *     otherwise; nothing is changed
   */
  public void change(RunSettings after) {
    settings.beginning().requireSame(after.beginning());
    after.hiddenState().requireLength(data.corpus().longest());
    if (after.optimizer() != settings.optimizer()) {
      optimizer = after.optimizer().create(weights.shape());
    }
    if (!after.hiddenState().equals(settings.hiddenState())) {
      Arrays.fill(nextStates, 0);
    }
    boolean isOtherFault = after.fault() != settings.fault();
    if (isOtherFault || !after.truncation().equals(settings.truncation())) {
      rnn = new Rnn(weights.shape(), after.fault().rules(), after.truncation());
    }
    if (isOtherFault) {
      gradients.setZero();
      handedOn = after.fault().rules().handsOnGradients() ? gradients.copy() : null;
    }
    settings = after;
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
  public double[] nextStates() {
    return nextStates;
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

  /** The mean cross-entropy in nats per character of the last sequence, before its update. */
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

  /** The loss of the last sequence at timestep t in nats, before its update. */
  double lastLoss(int t) {
    return buffers.loss(t);
  }

  public Optional<Divergence> divergence() {
    return Optional.ofNullable(divergence);
  }
}
