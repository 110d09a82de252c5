package dev.backstep.training;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.Parameters;
import dev.backstep.model.Shape;
import dev.backstep.text.Sequence;
import dev.backstep.trace.Trace;
import dev.backstep.training.optimizer.Optimizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Trains one network, one batch an update, whenever it is asked to. No threads, no clock: what it
 * does depends on nothing but the data, the settings and the number of updates.
 *
 * <p>An update allocates nothing once the buffers are as long as the longest sequence.
 */
public final class Trainer {
  private final TrainingData data;
  private final Parameters weights;
  private final Parameters gradients;
  private final EpochOrder order;
  private final double[][] nextStates;
  private final UpdatePass.Batch batch = new NextBatch();

  /** The gradients that the next sequence adds to; null where it finds zeros. */
  private @Nullable Parameters handedOn;

  /** What sequences begin with where that is learned; null where it is not. */
  private @Nullable LearnedState learned;

  private UpdatePass pass;
  private RunSettings settings;
  private Optimizer optimizer;
  private @Nullable Divergence divergence;
  private long updates;
  private double lossPerCharacter;
  private double gradientNorm;

  /** The sequences of the next update. */
  private final class NextBatch implements UpdatePass.Batch {
    @Override
    public int size() {
      return order.size();
    }

    @Override
    public Sequence sequence(int row) {
      return data.train().get(order.at(row));
    }

    @Override
    public double[] states(int row) {
      return nextStates[row];
    }
  }

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
    learned = learned(shape, checkpoint.firstStates(), checkpoint.stateOptimizer());
    pass = new UpdatePass(settings, weights, learned, data.corpus().longest());
    handedOn = checkpoint.gradients();
    gradients = handedOn == null ? Parameters.zeros(shape) : handedOn.copy();
    optimizer = checkpoint.optimizer().copy();
    order = new EpochOrder(checkpoint.order(), settings.batch(), data.train());
    nextStates = rows(checkpoint.nextStates(), shape.stateSize());
    updates = checkpoint.updates();
    lossPerCharacter = checkpoint.lossPerCharacter();
    gradientNorm = checkpoint.gradientNorm();
  }

  private static @Nullable LearnedState learned(
      Shape shape, double[] states, @Nullable Optimizer itsOptimizer) {
    return itsOptimizer == null ? null : new LearnedState(shape, states, itsOptimizer.copy());
  }

  private static double[][] rows(double[] states, int size) {
    return IntStream.range(0, states.length / size)
        .mapToObj(row -> Arrays.copyOfRange(states, row * size, (row + 1) * size))
        .toArray(double[][]::new);
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
        nextStates(),
        learned == null ? null : learned.optimizer(),
        order.state(),
        lossPerCharacter,
        gradientNorm);
  }

  /**
   * Forward, backward, clip, update: one batch. Does nothing to the weights if a number is not
   * finite; {@link #divergence} then says where, and further calls change nothing.
   */
  public void update() {
    if (divergence != null) {
      return;
    }
    double norm = run();
    if (divergence != null) {
      return;
    }
    lossPerCharacter = pass.lossPerCharacter();
    gradientNorm = norm;
    settings.clipping().apply(gradients, gradientNorm);
    optimizer.update(weights, gradients, settings.learningRate());
    updates++;
    handedOn = rules().handsOnGradients() ? gradients.copy() : null;
    for (int row = 0; row < batch.size(); row++) {
      System.arraycopy(pass.handedOver(row), 0, nextStates[row], 0, nextStates[row].length);
    }
    if (learned != null) {
      learned.update(settings.clipping(), gradientNorm, settings.learningRate());
      for (double[] states : nextStates) {
        learned.copyTo(states);
      }
    }
    order.advance();
    if (order.place() == 0) {
      for (double[] states : nextStates) {
        settings.hiddenState().atEpochStart(states);
      }
    }
  }

  /** The forward and the backward pass; the norm of the gradients. */
  private double run() {
    divergence = pass.run(batch, gradients, updates);
    if (divergence != null) {
      return Double.NaN;
    }
    double norm = learned == null ? gradients.norm() : learned.norm(gradients);
    if (!Double.isFinite(norm)) {
      divergence = new Divergence(updates, pass.firstLargeGradient(batch), false);
    }
    return norm;
  }

  private BackwardRules rules() {
    return settings.fault().rules();
  }

  /** The sequence that the next update will train on, or the first of its batch. */
  public Sequence next() {
    return batch.sequence(0);
  }

  /**
   * The forward and the backward pass of a sequence on its own, whatever stands beside it in a
   * batch; otherwise as {@link #trace}.
   */
  public Trace traceAlone(Sequence sequence) {
    return trace(List.of(row(sequence, 0)), 0);
  }

  private BatchSource.Row row(Sequence sequence, int row) {
    return BatchSource.Row.of(
        sequence, rules(), data.corpus().longest(), nextStates[row], order.previous(row));
  }

  private Trace trace(List<BatchSource.Row> rows, int row) {
    return new BatchSource(data, settings, weights.copy(), rows, handedOn, optimizer.copy())
        .batch()
        .trace(Math.min(row, rows.size() - 1));
  }

  /**
   * The forward and the backward pass of a sequence on the weights as they are, with what an update
   * would make of it. Training is not touched. For {@link #next} this is, bit for bit, what the
   * next update will do; of a batch it is the first row, and the trace leads to the others.
   */
  public Trace trace(Sequence sequence) {
    return trace(sequence, 0);
  }

  /**
   * The same.
   *
   * @param row which one is traced where it is the next batch; the last where it has not so many
   */
  public Trace trace(Sequence sequence, int row) {
    boolean isNext = sequence.equals(next());
    return isNext
        ? trace(
            IntStream.range(0, batch.size())
                .mapToObj(each -> row(batch.sequence(each), each))
                .toList(),
            row)
        : traceAlone(sequence);
  }

  /**
   * Goes on with other settings from the next update on. Another optimiser remembers nothing yet;
   * if it is changed what sequences begin with, the next one begins with zeros (and learned states
   * with an optimiser that remembers nothing), and with another fault so do the gradients.
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
      for (double[] states : nextStates) {
        Arrays.fill(states, 0);
      }
    }
    if (after.fault() != settings.fault()) {
      gradients.setZero();
      handedOn = after.fault().rules().handsOnGradients() ? gradients.copy() : null;
    }
    boolean keepsMemory =
        learned != null
            && after.hiddenState().isLearned()
            && after.optimizer() == settings.optimizer();
    if (!keepsMemory) {
      Shape shape = weights.shape();
      learned = learned(shape, nextStates[0], LearnedState.optimizer(after, shape));
    }
    settings = after;
    pass = new UpdatePass(settings, weights, learned, data.corpus().longest());
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

  /**
   * The hidden states that the next sequences begin with, those of one row after those of another;
   * a copy.
   */
  public double[] nextStates() {
    return Stream.of(nextStates).flatMapToDouble(Arrays::stream).toArray();
  }

  /** The states that a sequence begins with that follows on none: those learned, or zeros. */
  public double[] firstStates() {
    return LearnedState.first(settings, nextStates[0], nextStates[0].length);
  }

  /** The number of updates done. */
  public long updates() {
    return updates;
  }

  /** The number of epochs done. */
  public int epoch() {
    return order.epoch();
  }

  /** The number of updates done in this epoch. */
  public int placeInEpoch() {
    return order.place();
  }

  /** The number of updates in an epoch. */
  public int epochLength() {
    return order.length();
  }

  /** The mean cross-entropy in nats per character of the last update, before it. */
  public double lossPerCharacter() {
    return lossPerCharacter;
  }

  /**
   * The norm of all weight gradients of the last update together, and of dh0 where h0 is learned,
   * before clipping.
   */
  public double gradientNorm() {
    return gradientNorm;
  }

  /** The number of characters of the last update. */
  public int lastLength() {
    return pass.characters();
  }

  /** The length of the longest sequence of the last update. */
  int longestOfLast() {
    return pass.longest();
  }

  /** The losses of the last update at a position of its sequences in nats, added. */
  double lastLoss(int t) {
    return pass.nats(t);
  }

  /** The number of sequences of the last update that have this position. */
  int lastCount(int t) {
    return pass.count(t);
  }

  public Optional<Divergence> divergence() {
    return Optional.ofNullable(divergence);
  }
}
