package dev.backstep.trace;

import dev.backstep.math.Combined;
import dev.backstep.math.DenseView;
import dev.backstep.math.Kernels;
import dev.backstep.math.Mapped;
import dev.backstep.math.MatrixView;
import dev.backstep.math.RowView;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.model.Rnn;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.model.Shape;
import dev.backstep.model.Truncation;
import dev.backstep.net.Net;
import dev.backstep.net.Rule;
import dev.backstep.net.Vector;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One sequence, looked at: the engine's buffers after one forward and one backward pass, with the
 * weights they were computed with. No number of it ever changes, so any thread may read it.
 */
public final class Trace {
  private static final String NO_INPUT = "∅";

  private final List<String> labels;
  private final Example example;
  private final Parameters weights;
  private final SequenceBuffers buffers;
  private final Backward backward;
  private final CellShares shares;
  private final CellVectors vectors;
  private final Parameters gradients;
  private final UpdatePreview optimizer;
  private final Update update;
  private final Map<String, PartialSums> sums = new ConcurrentHashMap<>();
  private @Nullable HandOver handOver;
  private boolean isStateLearned;
  private @Nullable TracedBatch batch;
  private int row;

  private Trace(
      List<String> labels,
      Example example,
      SequenceBuffers buffers,
      Backward backward,
      CellVectors vectors,
      Parameters gradients,
      UpdatePreview optimizer) {
    this.labels = labels;
    this.example = example;
    weights = example.weights();
    this.buffers = buffers;
    this.backward = backward;
    this.vectors = vectors;
    this.gradients = gradients;
    this.optimizer = optimizer;
    update = optimizer.of(weights, gradients, vectors::initialGradient);
    BackwardRules rules = backward.rules();
    shares = new CellShares(weights.shape().by(rules), rules, buffers);
  }

  /** Runs the engine over one sequence, and back by the right rules. */
  public static Trace of(List<String> labels, Example example, UpdatePreview optimizer) {
    return of(labels, example, Backward.right(example.shape()), optimizer);
  }

  /**
   * Runs the engine over one sequence.
   *
   * @param labels how each character is written on the screen, by id; copied
   * @param example the weights are kept, and the caller does not change them any more; the rest is
   *     copied
   * @param backward the rules to go back by
   * @param optimizer what an update would make of the weights and gradients; kept, and the same at
   *     any time
   */
  public static Trace of(
      List<String> labels, Example example, Backward backward, UpdatePreview optimizer) {
    Parameters weights = example.weights();
    SequenceBuffers buffers = new SequenceBuffers(example.shape());
    Example kept = example.copy();
    buffers.load(kept);
    Parameters gradients = backward.gradients().copy();
    Rnn rnn = new Rnn(example.shape(), backward.rules(), backward.truncation());
    rnn.use(weights);
    rnn.forward(buffers);
    rnn.backward(buffers, gradients);
    return new Trace(
        List.copyOf(labels),
        kept,
        buffers,
        backward,
        CellVectors.of(example.shape(), buffers, rnn),
        gradients,
        optimizer);
  }

  /** Another example of the same net, by the same rules and with the same optimiser. */
  public Trace with(Example other) {
    Trace trace = of(labels, other, backward, optimizer);
    return Arrays.equals(other.states(), example.states()) ? trace.begunAs(this) : trace;
  }

  /**
   * Says that the states that it begins with are those of another trace, carried or learned; this
   * trace is known nowhere else yet.
   *
   * @return this trace
   */
  public Trace begunAs(Trace other) {
    handOver = other.handOver;
    isStateLearned = other.isStateLearned;
    return this;
  }

  /** The total loss of another example of the same net: that of {@link #with}, bit for bit. */
  public double lossOf(Example other) {
    SequenceBuffers probe = new SequenceBuffers(other.shape());
    probe.load(other);
    Rnn rnn = new Rnn(other.shape(), backward.rules());
    rnn.use(other.weights());
    rnn.forward(probe);
    return probe.totalLoss();
  }

  /**
   * Says that the state is carried, and from where; this trace is known nowhere else yet.
   *
   * @return this trace
   */
  public Trace carriedFrom(HandOver sequenceBefore) {
    handOver = sequenceBefore;
    return this;
  }

  /**
   * Says that the states that it begins with are learned; this trace is known nowhere else yet.
   *
   * @return this trace
   */
  public Trace learnedState() {
    isStateLearned = true;
    return this;
  }

  /** Whether the states that it begins with are learned: dh0 is then a gradient like dW2. */
  public boolean isStateLearned() {
    return isStateLearned;
  }

  /**
   * Says that the sequence is a row of a batch; this trace is known nowhere else yet.
   *
   * @return this trace
   */
  Trace inBatch(TracedBatch ofRows, int place) {
    batch = ofRows;
    row = place;
    return this;
  }

  /** The batch that the sequence stands in; null where an update is of it alone. */
  public @Nullable TracedBatch batch() {
    return batch;
  }

  /** The row of the batch that it is. */
  public int row() {
    return row;
  }

  /** The states from over the boundary to the sequence before; null where none is carried. */
  public @Nullable HandOver handOver() {
    return handOver;
  }

  /** The line that makes a number wrong which is not what its arithmetic comes to. */
  public FaultyLine faultyLine() {
    return backward.faultyLine();
  }

  /** How far gradients went back. */
  public Truncation truncation() {
    return backward.truncation();
  }

  /** The same gone back through as a whole: itself where nothing is truncated. */
  public Trace whole() {
    return truncation().isNone()
        ? this
        : of(labels, example, backward.with(Truncation.NONE), optimizer);
  }

  /**
   * What cell t would hand back to the cell before and truncation throws away, a row; null where
   * nothing is.
   *
   * @param handedBack one of {@link Net#handedBack}: dh_prev
   */
  public @Nullable MatrixView thrownAway(Vector handedBack, int t) {
    return vectors.thrownAway(handedBack, t);
  }

  /** The norm of what truncation throws away between two cells; −1 where nothing is. */
  public double thrownAwayNorm(int t) {
    double square = -1;
    for (Vector handedBack : net().handedBack()) {
      MatrixView row = thrownAway(handedBack, t);
      if (row != null) {
        double norm = norm(row, 0);
        square = Math.max(square, 0) + norm * norm;
      }
    }
    return square < 0 ? -1 : Math.sqrt(square);
  }

  /**
   * Entry i of what cell t is handed back of each loss after its own whose window reaches it, the
   * last loss first: added in this order they are that entry.
   *
   * @param handedBack one of {@link Net#handedBack}: dh_prev
   */
  public double[] handedBackByLoss(Vector handedBack, int t, int i) {
    Rnn rnn = new Rnn(shape(), backward.rules(), backward.truncation());
    rnn.use(weights);
    return rnn.handedBackByLoss(buffers, handedBack, t).stream()
        .mapToDouble(row -> row[i])
        .toArray();
  }

  /** The net that it is a trace of. */
  public Net net() {
    return shape().net();
  }

  /** The rule that computes a number; null for what is given. */
  public @Nullable Rule ruleOf(Entry entry) {
    if (entry instanceof Entry.OfCell cell) {
      return net().given().contains(cell.quantity()) ? null : net().ruleOf(cell.quantity());
    }
    if (entry instanceof Entry.OfShare share) {
      return net().ruleOf(net().weight(share.parameter()));
    }
    if (entry instanceof Entry.OfAccumulator sum) {
      return net().ruleOf(net().weight(sum.parameter()));
    }
    return entry instanceof Entry.AtUpdate ? Rule.UPDATE : null;
  }

  /** T. */
  public int length() {
    return buffers.length();
  }

  public Shape shape() {
    return weights.shape();
  }

  public Timeline timeline() {
    return new Timeline(length());
  }

  /** The id of the character that cell t reads; below 0 where it reads the zero vector. */
  public int input(int t) {
    return buffers.input(t);
  }

  /** The id of the character that cell t should predict. */
  public int target(int t) {
    return buffers.target(t);
  }

  /** The weight of the loss of a timestep: 1 where it counts like every other. */
  public double lossWeight(int t) {
    double[] weights = example.sequence().lossWeights();
    return weights.length == 0 ? 1 : weights[t];
  }

  /** The gradient that the last cell is handed back, entry i; 0 where nothing follows it. */
  public double beyond(Vector handedBack, int i) {
    double[] given = example.sequence().beyond().get(handedBack);
    return given == null ? 0 : given[i];
  }

  /**
   * The sign of a character on the screen; of the zero vector, which is below 0, one of its own.
   */
  public String label(int id) {
    return id < 0 ? NO_INPUT : labels.get(id);
  }

  /** A quantity of every timestep: (T, H) or (T, V), row t for timestep t. */
  public MatrixView values(Vector quantity) {
    return vectors.values(quantity);
  }

  /** The largest finite |entry| of a quantity over the whole sequence. */
  public double limit(Vector quantity) {
    return vectors.limit(quantity);
  }

  /** The largest finite |entry| of a quantity of one timestep; 0 where there is none. */
  public double limit(Vector quantity, int t) {
    return new RowView(values(quantity), t).maxAbs();
  }

  /** The Euclidean norm of a quantity of one timestep. */
  public double norm(Vector quantity, int t) {
    return norm(values(quantity), t);
  }

  private static double norm(MatrixView matrix, int row) {
    double sum = 0;
    for (int i = 0; i < matrix.cols(); i++) {
      sum += matrix.get(row, i) * matrix.get(row, i);
    }
    return Math.sqrt(sum);
  }

  /** A state before each character: h_{t−1} in row t, with h0 as the first, (T+1, H). */
  public MatrixView previous(Vector state) {
    return buffers.previous(state);
  }

  /** The state before the first cell, in the place of one of the cell before: (1, H). */
  public MatrixView initialState(Vector state) {
    return new RowView(previous(state), 0);
  }

  /** The states that the sequence begins with, one after another; a copy. */
  public double[] initialStates() {
    double[] initial = new double[shape().stateSize()];
    for (int i = 0; i < initial.length; i++) {
      Vector state = net().states().get(i / shape().hidden());
      initial[i] = previous(state).get(0, i % shape().hidden());
    }
    return initial;
  }

  /** The example it was made of. */
  public Example example() {
    return example;
  }

  /** ‖h0‖, of all states together; 0 for a sequence that begins with zeros. */
  public double initialStateNorm() {
    double[] initial = initialStates();
    return Math.sqrt(Kernels.dot(initial, initial));
  }

  /** The Euclidean norm of a state that the sequence begins with: ‖h0‖ of h. */
  public double initialStateNorm(Vector state) {
    return norm(initialState(state), 0);
  }

  /** {@code −ln o_t[y_t]} in nats. */
  public double loss(int t) {
    return buffers.loss(t);
  }

  /** The cross-entropy in nats, summed over the sequence. */
  public double totalLoss() {
    return buffers.totalLoss();
  }

  /** The weights that everything here was computed with: those from before the update. */
  public MatrixView weights(String name) {
    return weights.view(name);
  }

  /** The total gradient of a parameter. */
  public MatrixView gradient(String name) {
    return gradients.view(name);
  }

  /** The total gradient of a parameter as the optimiser saw it; null where that is not known. */
  public @Nullable MatrixView clippedGradient(String name) {
    UpdateRule rule = update.rule();
    return rule == null ? null : new Mapped(gradient(name), rule::clipped);
  }

  /** The optimiser's memory of a parameter after the update. */
  public MatrixView memory(String memory, String name) {
    UpdateRule rule = Objects.requireNonNull(update.rule(), "the optimiser is not known");
    Parameters memoryBefore = Objects.requireNonNull(rule.memoryBefore().get(memory), memory);
    return new Combined(
        memoryBefore.view(name),
        new Mapped(gradient(name), rule::clipped),
        (before, gradient) -> rule.remembered(memory, before, gradient));
  }

  /** The change of a parameter by the update; a difference if its formula is not known. */
  public MatrixView change(String name) {
    UpdateRule rule = update.rule();
    return rule == null
        ? Combined.difference(weightsAfter(name), weights(name))
        : new Change(this, rule, name);
  }

  /** The weights after the update. */
  public MatrixView weightsAfter(String name) {
    return update.after().view(name);
  }

  public Update update() {
    return update;
  }

  /** The gradient of a state that the sequence begins with, a row. */
  public MatrixView initialGradient(Vector state) {
    return vectors.initialGradient(state);
  }

  /** The Euclidean norm of that gradient: ‖dh0‖ of h. */
  public double initialGradientNorm(Vector state) {
    return norm(initialGradient(state), 0);
  }

  /**
   * The gradient accumulator of a parameter as backward cell t finds it, adds to it and leaves it.
   */
  public Accumulator accumulator(String name, int t) {
    PartialSums.Pair pair =
        sums.computeIfAbsent(name, key -> new PartialSums(key, buffers, backward)).around(t);
    return new Accumulator(
        new DenseView(pair.before()), share(name, t), new DenseView(pair.after()));
  }

  /** The share of cell t in a weight gradient: an outer product, or a row for a bias. */
  public MatrixView share(String name, int t) {
    return shares.of(name, t);
  }
}
