package dev.backstep.training;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.PaddedBatch.Side;
import dev.backstep.model.Parameters;
import dev.backstep.model.Rnn;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.model.Shape;
import dev.backstep.text.Sequence;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The passes of one update: forward and backward through one sequence after the other, with the
 * same weights, and their gradients added. A single sequence adds to the gradients itself, so that
 * what rules do about them is done to what they find.
 *
 * <p>Nothing is allocated once the buffers are as long as the longest sequence.
 */
final class UpdatePass {
  private final RunSettings settings;
  private final BackwardRules rules;
  private final int longestOfData;
  private final Rnn rnn;
  private final SequenceBuffers buffers;
  private final Parameters computed;
  private final @Nullable Parameters own;
  private final @Nullable LearnedState learned;
  private final double[][] handedOver;
  private double[] nats = {};
  private int[] counts = {};
  private int columns;
  private long characters;
  private double totalNats;

  /** The sequences of an update. */
  interface Batch {
    /** B. */
    int size();

    Sequence sequence(int row);

    /** The states that a row begins with, one after another; not to be modified. */
    double[] states(int row);
  }

  /**
   * @param weights as they are at every update
   * @param learned the states that sequences begin with, to which it adds their gradients; null
   *     where they are not learned
   * @param longestOfData the length of the longest sequence that there is
   */
  UpdatePass(
      RunSettings settings, Parameters weights, @Nullable LearnedState learned, int longestOfData) {
    this.settings = settings;
    this.learned = learned;
    this.longestOfData = longestOfData;
    rules = settings.fault().rules();
    Shape shape = settings.computedShape(weights.shape().vocabulary());
    computed = weights.as(shape);
    int size = settings.batch().size();
    rnn = new Rnn(shape, size == 1 ? rules : new Unfinished(rules), settings.truncation());
    buffers = new SequenceBuffers(shape);
    own = size == 1 ? null : Parameters.zeros(shape);
    handedOver = new double[size][shape.stateSize()];
  }

  /**
   * Runs all of them. Where a number is not finite the gradients are not to be used.
   *
   * @param gradients as the update before left them; modified
   * @param updates the number of those done
   * @return where a loss is not finite; null if all are
   */
  @Nullable Divergence run(Batch batch, Parameters gradients, long updates) {
    measure(batch);
    rnn.use(computed);
    for (int row = 0; row < batch.size(); row++) {
      load(batch, row);
      rnn.forward(buffers);
      int timestep = buffers.firstNonFiniteLoss();
      if (timestep >= 0) {
        return new Divergence(updates, timestep, true);
      }
      if (row == 0) {
        begin(gradients);
      }
      backward(gradients);
      count();
      System.arraycopy(batch.states(row), 0, handedOver[row], 0, handedOver[row].length);
      settings.hiddenState().afterSequence(buffers, columns, handedOver[row]);
    }
    if (own != null) {
      rules.finish(gradients);
    }
    return null;
  }

  private void begin(Parameters gradients) {
    rules.begin(gradients);
    if (learned != null) {
      learned.begin();
    }
  }

  private void backward(Parameters gradients) {
    if (own == null) {
      rnn.backward(buffers, gradients);
    } else {
      own.setZero();
      rnn.backward(buffers, own);
      gradients.add(own);
    }
    if (learned != null) {
      learned.add(rnn, buffers);
    }
  }

  /** How long all are, and room for as much. */
  private void measure(Batch batch) {
    columns = 0;
    characters = 0;
    totalNats = 0;
    for (int row = 0; row < batch.size(); row++) {
      int length = inputs(batch, row).length;
      columns = Math.max(columns, length);
      characters += length;
    }
    if (nats.length < columns) {
      nats = new double[columns];
      counts = new int[columns];
    }
    Arrays.fill(nats, 0);
    Arrays.fill(counts, 0);
  }

  private int[] inputs(Batch batch, int row) {
    return rules.inputs(batch.sequence(row).inputs(), longestOfData);
  }

  private void load(Batch batch, int row) {
    PaddingSettings padding = settings.padding();
    int[] inputs = inputs(batch, row);
    int[] targets = rules.targets(batch.sequence(row).targets(), longestOfData);
    int missing = padding.isComputed() ? columns - inputs.length : 0;
    int before = padding.side() == Side.LEFT ? missing : 0;
    buffers.load(inputs, targets, batch.states(row), before, missing - before);
    double weight =
        padding.weight(inputs.length, characters, (long) columns * batch.size(), batch.size());
    buffers.weigh(weight, padding.paddingWeight(weight));
  }

  /** Adds the losses of the characters of a row, each as if it counted once. */
  private void count() {
    double row = 0;
    for (int t = 0; t < buffers.ownLength(); t++) {
      int column = buffers.begin() + t;
      double loss = buffers.loss(column) / buffers.lossWeight(column);
      nats[t] += loss;
      counts[t]++;
      row += loss;
    }
    totalNats += row;
  }

  /**
   * The first timestep of the backward pass whose gradient is not finite, in the first such row.
   */
  int firstLargeGradient(Batch batch) {
    for (int row = 0; own != null && row < batch.size(); row++) {
      load(batch, row);
      rnn.forward(buffers);
      own.setZero();
      rnn.backward(buffers, own);
      if (!Double.isFinite(own.norm())) {
        break;
      }
    }
    return buffers.firstLargeGradient();
  }

  /** The states that a row hands over, one after another; they change with the next update. */
  double[] handedOver(int row) {
    return handedOver[row];
  }

  /** The mean cross-entropy in nats of all characters, the padding not among them. */
  double lossPerCharacter() {
    return totalNats / characters;
  }

  /** The number of characters, without the padding. */
  int characters() {
    return (int) characters;
  }

  /** The length of the longest sequence. */
  int longest() {
    return columns;
  }

  /** The losses at a position of the sequences in nats, added. */
  double nats(int t) {
    return nats[t];
  }

  /** The number of sequences that have it. */
  int count(int t) {
    return counts[t];
  }
}
