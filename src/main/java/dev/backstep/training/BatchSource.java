package dev.backstep.training;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.Example;
import dev.backstep.model.PaddedBatch.Side;
import dev.backstep.model.Parameters;
import dev.backstep.model.Rnn;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.model.SequenceData;
import dev.backstep.model.Shape;
import dev.backstep.text.Sequence;
import dev.backstep.text.Vocabulary;
import dev.backstep.trace.Trace;
import dev.backstep.trace.TracedBatch;
import dev.backstep.training.optimizer.Optimizer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The state of a trainer at the moment, to trace the rows of a batch by.
 *
 * @param weights a copy of them, which the traces keep
 * @param rows the sequences and what each begins with
 * @param gradients what the batch finds in them; null where it finds zeros
 * @param optimizer kept; the caller does not change it any more
 */
record BatchSource(
    TrainingData data,
    RunSettings settings,
    Parameters weights,
    List<Row> rows,
    @Nullable Parameters gradients,
    Optimizer optimizer)
    implements TracedBatch.Source {
  private static final int NO_INPUT = -1;

  /**
   * A sequence of the batch.
   *
   * @param inputs as rules read them
   * @param targets likewise
   * @param states copied by the caller
   * @param previous the place in the data of the sequence that handed them over; −1 for none
   */
  record Row(int[] inputs, int[] targets, double[] states, int previous) {
    static Row of(
        Sequence sequence, BackwardRules rules, int longest, double[] states, int previous) {
      return new Row(
          rules.inputs(sequence.inputs(), longest),
          rules.targets(sequence.targets(), longest),
          states.clone(),
          previous);
    }
  }

  /** The batch, nothing of which is computed yet. */
  TracedBatch batch() {
    return new TracedBatch(
        IntStream.range(0, rows.size())
            .mapToObj(row -> new TracedBatch.Row(letters(row), begin(row), weight(row)))
            .toList(),
        switch (settings.padding().mask()) {
          case STATES_AND_LOSS -> TracedBatch.Padding.FROZEN;
          case LOSS_ONLY -> TracedBatch.Padding.READ;
          case NONE -> TracedBatch.Padding.COUNTED;
        },
        this);
  }

  private List<String> letters(int row) {
    List<String> labels = data.corpus().vocabulary().labels();
    return Arrays.stream(rows.get(row).inputs()).mapToObj(labels::get).toList();
  }

  private int columns() {
    return rows.stream().mapToInt(row -> row.inputs().length).max().orElseThrow();
  }

  private int begin(int row) {
    return settings.padding().side() == Side.LEFT ? columns() - rows.get(row).inputs().length : 0;
  }

  private double weight(int row) {
    long all = rows.stream().mapToLong(each -> each.inputs().length).sum();
    return settings
        .padding()
        .weight(rows.get(row).inputs().length, all, (long) columns() * rows.size(), rows.size());
  }

  private Shape shape() {
    return settings.computedShape(weights.shape().vocabulary());
  }

  private BackwardRules rules() {
    return settings.fault().rules();
  }

  @Override
  public Trace trace(int row) {
    Parameters sum = Parameters.zeros(shape());
    Parameters ofStates = Parameters.initialStates(shape());
    addOthers(row, sum, ofStates);
    return new TraceSource(
            data,
            settings,
            example(row),
            sum,
            settings.hiddenState().isLearned() ? ofStates : null,
            optimizer,
            rows.get(row).previous())
        .trace();
  }

  /** A row as it is gone through, with its padding where that is computed. */
  private Example example(int row) {
    Row own = rows.get(row);
    boolean isFilled = settings.padding().isComputed();
    int length = isFilled ? columns() : own.inputs().length;
    int from = isFilled ? begin(row) : 0;
    SequenceData read =
        new SequenceData(
            filled(own.inputs(), length, from, NO_INPUT),
            filled(own.targets(), length, from, Vocabulary.END));
    boolean isWeighted = shape().net().head().isWeighted();
    return new Example(
        weights.as(shape()),
        isWeighted ? read.weighted(lossWeights(row, length, from)) : read,
        own.states());
  }

  private double[] lossWeights(int row, int length, int from) {
    double weight = weight(row);
    double[] all = new double[length];
    Arrays.fill(all, settings.padding().paddingWeight(weight));
    Arrays.fill(all, from, from + rows.get(row).inputs().length, weight);
    return all;
  }

  private static int[] filled(int[] ids, int length, int from, int with) {
    int[] filled = new int[length];
    Arrays.fill(filled, with);
    System.arraycopy(ids, 0, filled, from, ids.length);
    return filled;
  }

  /** Adds what all rows but one leave in the gradients. */
  private void addOthers(int row, Parameters sum, Parameters ofStates) {
    if (gradients != null) {
      sum.add(gradients);
    }
    IntStream.range(0, rows.size())
        .filter(other -> other != row)
        .forEach(other -> sum.add(gradients(example(other), ofStates)));
  }

  /**
   * The gradients of a row.
   *
   * @param ofStates those of the states that it begins with are added to these
   */
  private Parameters gradients(Example example, Parameters ofStates) {
    Rnn rnn = new Rnn(example.shape(), new Unfinished(rules()), settings.truncation());
    SequenceBuffers buffers = new SequenceBuffers(example.shape());
    Parameters own = Parameters.zeros(example.shape());
    rnn.use(example.weights());
    buffers.load(example);
    rnn.forward(buffers);
    rnn.backward(buffers, own);
    LearnedState.add(rnn, buffers, ofStates, new double[shape().hidden()]);
    return own;
  }

  @Override
  public TracedBatch.Sum sum() {
    Parameters difference = Parameters.zeros(weights.shape());
    Parameters singles = Parameters.zeros(weights.shape());
    Parameters ofStates = Parameters.initialStates(weights.shape());
    for (int row = 0; row < rows.size(); row++) {
      Row own = rows.get(row);
      Example single = new Example(weights, own.inputs(), own.targets(), own.states());
      Parameters alone = gradients(single, ofStates);
      scale(alone, weight(row));
      singles.add(alone);
      difference.add(gradients(example(row), ofStates));
    }
    scale(singles, -1);
    difference.add(singles);
    return new TracedBatch.Sum(singles.norm(), difference.norm());
  }

  private static void scale(Parameters all, double factor) {
    for (int i = 0; i < all.count(); i++) {
      double[] entries = all.data(i);
      for (int k = 0; k < entries.length; k++) {
        entries[k] *= factor;
      }
    }
  }
}
