package dev.backstep.training;

import dev.backstep.model.Parameters;
import dev.backstep.model.Rnn;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.model.Shape;
import dev.backstep.text.Sequence;
import dev.backstep.trace.HandOver;
import dev.backstep.trace.Trace;
import dev.backstep.trace.Update;
import java.util.Arrays;
import java.util.List;
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
  private final EpochOrder order;
  private final double[] nextH0;
  private RunSettings settings;
  private Optimizer optimizer;
  private Divergence divergence;
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
    rnn = new Rnn(shape);
    buffers = new SequenceBuffers(shape);
    gradients = Parameters.zeros(shape);
    optimizer = checkpoint.optimizer().copy();
    order = new EpochOrder(checkpoint.order());
    nextH0 = checkpoint.nextH0().clone();
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
        nextH0.clone(),
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
    settings.hiddenState().afterSequence(buffers, nextH0);
    order.advance();
    if (order.place() == 0) {
      settings.hiddenState().atEpochStart(nextH0);
    }
  }

  /** The forward and the backward pass; the norm of the gradients. */
  private double run(Sequence sequence) {
    buffers.load(sequence.inputs(), sequence.targets(), nextH0);
    rnn.use(weights);
    rnn.forward(buffers);
    int timestep = buffers.firstNonFiniteLoss();
    if (timestep >= 0) {
      divergence = new Divergence(updates, timestep, true);
      return Double.NaN;
    }
    gradients.setZero();
    rnn.backward(buffers, gradients);
    double norm = gradients.norm();
    if (!Double.isFinite(norm)) {
      divergence = new Divergence(updates, buffers.firstLargeGradient(), false);
    }
    return norm;
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
    Trace trace =
        Trace.of(
            data.corpus().vocabulary().labels(),
            weights.copy(),
            sequence.inputs(),
            sequence.targets(),
            nextH0,
            this::preview);
    return settings.hiddenState().handsOver()
        ? trace.carriedFrom(handOver(trace.initialStateNorm()))
        : trace;
  }

  private HandOver handOver(double normOfH0) {
    boolean isKnown = normOfH0 > 0 && order.previous() >= 0;
    return new HandOver(isKnown ? labels(data.train().get(order.previous())) : List.of());
  }

  private List<String> labels(Sequence sequence) {
    List<String> labels = data.corpus().vocabulary().labels();
    return Arrays.stream(sequence.inputs()).mapToObj(labels::get).toList();
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
   * Goes on with other settings from the next update on. Another optimiser remembers nothing yet;
   * if it is changed what sequences begin with, the next one begins with zeros.
   *
   * @throws IllegalArgumentException if they do not go with the data, or are of a run that begins
   *     otherwise; nothing is changed
   */
  public void change(RunSettings after) {
    settings.requireSameBeginning(after);
    after.hiddenState().requireLength(data.corpus().longest());
    if (after.optimizer() != settings.optimizer()) {
      optimizer = after.optimizer().create(weights.shape());
    }
    if (!after.hiddenState().equals(settings.hiddenState())) {
      Arrays.fill(nextH0, 0);
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
