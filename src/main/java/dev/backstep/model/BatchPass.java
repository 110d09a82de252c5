package dev.backstep.model;

import dev.backstep.math.Rows;
import dev.backstep.net.Net;
import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Everything that one forward and one backward pass through a batch write, by some rules. */
public final class BatchPass {
  private final Batch batch;
  private final List<Pass> passes = new ArrayList<>();
  private final Parameters gradients;
  private final Rnn rnn;

  /**
   * What was computed of one sequence.
   *
   * @param rows each vector of the backward pass where those of the buffers are not all
   */
  private record Pass(
      SequenceBuffers buffers, Map<Vector, Rows> rows, List<double[]> initialGradients) {}

  private BatchPass(Batch batch, BackwardRules rules) {
    this.batch = batch;
    gradients = Parameters.zeros(batch.shape());
    rnn = new Rnn(batch.shape(), rules);
    rnn.use(batch.weights());
  }

  /** Forward and backward through every sequence; the gradients are added in their order. */
  public static BatchPass of(Batch batch, BackwardRules rules) {
    Truncation truncation = batch.truncation();
    BackwardRules cut =
        truncation.kind() == Truncation.Kind.CHUNKS
            ? new ChunkedRules(rules, truncation.k())
            : rules;
    BatchPass pass = new BatchPass(batch, new Unfinished(cut));
    for (Example example : batch.sequences()) {
      SequenceBuffers buffers = new SequenceBuffers(batch.shape());
      buffers.load(example);
      pass.rnn.forward(buffers);
      pass.passes.add(
          truncation.kind() == Truncation.Kind.WINDOW
              ? pass.windows(example, buffers)
              : pass.whole(buffers));
    }
    if (truncation.kind() != Truncation.Kind.WINDOW) {
      rules.gather(
          new CellSums(rules, batch.shape()),
          pass.passes.stream().map(Pass::buffers).toList(),
          pass.gradients);
    }
    rules.finish(pass.gradients);
    return pass;
  }

  /** What other sequences added is not for the rules to change. */
  private void addToSums(Parameters own) {
    for (int i = 0; i < gradients.count(); i++) {
      add(own.data(i), gradients.data(i));
    }
  }

  private Pass whole(SequenceBuffers buffers) {
    Parameters own = Parameters.zeros(batch.shape());
    rnn.backward(buffers, own);
    addToSums(own);
    return new Pass(
        buffers,
        Map.of(),
        net().states().stream().map(state -> rnn.initialGradient(buffers, state)).toList());
  }

  /** From the loss of each timestep alone through the last k cells; the rows are added. */
  private Pass windows(Example example, SequenceBuffers whole) {
    Shape shape = batch.shape();
    Map<Vector, Rows> sums = new LinkedHashMap<>();
    for (Vector vector : net().vectors()) {
      boolean isSummed = vector.phase() == Phase.BACKWARD && !net().given().contains(vector);
      if (isSummed) {
        sums.put(vector, new Rows(example.length(), shape.size(vector.axis())));
      }
    }
    List<double[]> initial =
        net().states().stream().map(state -> new double[shape.hidden()]).toList();
    SequenceBuffers part = new SequenceBuffers(shape);
    Parameters own = Parameters.zeros(shape);
    for (int s = example.length() - 1; s >= 0; s--) {
      int from = Math.max(0, s + 1 - batch.truncation().k());
      part.load(window(example, whole, from, s));
      rnn.forward(part);
      rnn.backward(part, own);
      for (Map.Entry<Vector, Rows> sum : sums.entrySet()) {
        for (int t = from; t <= s; t++) {
          add(row(part, sum.getKey(), t - from), sum.getValue().row(t));
        }
      }
      for (int i = 0; from == 0 && i < initial.size(); i++) {
        add(rnn.initialGradient(part, net().states().get(i)), initial.get(i));
      }
    }
    addToSums(own);
    return new Pass(whole, sums, initial);
  }

  private static void add(double[] row, double[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += row[i];
    }
  }

  /** The timesteps from … last of an example, of whose losses only the last one counts. */
  private Example window(Example example, SequenceBuffers whole, int from, int last) {
    SequenceData all = example.sequence();
    double[] only = new double[last + 1 - from];
    only[only.length - 1] = whole.lossWeight(last);
    Map<Vector, double[][]> given = new LinkedHashMap<>();
    all.given()
        .forEach(
            (vector, rows) -> {
              double[][] part = Arrays.copyOfRange(rows, from, last + 1);
              given.put(vector, vector.phase() == Phase.BACKWARD ? lastOnly(part) : part);
            });
    double[] states = example.states().clone();
    if (from > 0) {
      whole.copyStates(from - 1, states);
    }
    boolean isAtEnd = last == example.length() - 1;
    SequenceData data =
        new SequenceData(
            Arrays.copyOfRange(all.inputs(), from, last + 1),
            Arrays.copyOfRange(all.targets(), from, last + 1),
            given,
            only,
            isAtEnd ? all.beyond() : Map.of());
    return new Example(example.weights(), data, states);
  }

  private static double[][] lastOnly(double[][] rows) {
    return IntStream.range(0, rows.length)
        .mapToObj(t -> t == rows.length - 1 ? rows[t] : new double[rows[t].length])
        .toArray(double[][]::new);
  }

  private double[] row(SequenceBuffers buffers, Vector vector, int t) {
    if (buffers.has(vector)) {
      return buffers.row(vector, t);
    }
    double[] row = new double[rnn.shape().size(vector.axis())];
    rnn.inputGradient(buffers, t, row);
    return row;
  }

  private Net net() {
    return batch.net();
  }

  /** The batch that was gone through. */
  public Batch batch() {
    return batch;
  }

  /**
   * A row of a vector of a sequence; not to be modified. The gradient of the input is computed when
   * it is asked for, where the net does not need it; so one thread at a time may ask.
   */
  public double[] row(Vector vector, int sequence, int t) {
    Pass pass = passes.get(sequence);
    Rows summed = pass.rows().get(vector);
    return summed == null ? row(pass.buffers(), vector, t) : summed.row(t);
  }

  /** Whether the rows of a vector are there already. */
  public boolean has(Vector vector) {
    Pass first = passes.get(0);
    return first.rows().containsKey(vector) || first.buffers().has(vector);
  }

  /** What the passes through a sequence wrote. */
  public SequenceBuffers buffers(int sequence) {
    return passes.get(sequence).buffers();
  }

  /** The gradient of a state that a sequence begins with; not to be modified. */
  public double[] initialGradient(Vector state, int sequence) {
    return Objects.requireNonNull(
        passes.get(sequence).initialGradients().get(net().states().indexOf(state)));
  }

  /** The sums of the gradients of the weights; not to be modified. */
  public Parameters gradients() {
    return gradients;
  }

  /** The losses of all sequences added, each in the order of its timesteps. */
  public double totalLoss() {
    double sum = 0;
    for (Pass pass : passes) {
      sum += pass.buffers().totalLoss();
    }
    return sum;
  }
}
