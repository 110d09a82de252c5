package dev.backstep.check.printed;

import dev.backstep.math.Kernels;
import dev.backstep.math.NdArray;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.ChangedRules;
import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.model.Rnn;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.model.SequenceData;
import dev.backstep.model.Shape;
import dev.backstep.net.Head;
import dev.backstep.net.Input;
import dev.backstep.net.Lstm;
import dev.backstep.net.Vector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a function of the notebook returns: computed by the engine, sequence by sequence. */
final class NotebookGradients {
  private static final int INPUTS = NotebookFunction.INPUTS;
  private static final int UNITS = NotebookFunction.UNITS;
  private static final int SEQUENCES = NotebookFunction.SEQUENCES;

  private final NotebookInputs inputs;
  private final NotebookFunction function;
  private final Shape shape;
  private final Map<String, NdArray> gradients = new LinkedHashMap<>();

  private NotebookGradients(NotebookInputs inputs) {
    this.inputs = inputs;
    function = inputs.function();
    shape = new Shape(function.net(), 1, INPUTS, UNITS, 1);
    for (String name : function.gradients()) {
      int[] sizes =
          function.shape(name).orElseThrow().stream().mapToInt(Integer::intValue).toArray();
      gradients.put(name, NdArray.of(new double[(int) NdArray.count(sizes)], sizes));
    }
  }

  /** The gradients by their names in the notebook. */
  static Map<String, NdArray> of(NotebookInputs inputs, BackwardRules rules) {
    NotebookGradients computed = new NotebookGradients(inputs);
    computed.compute(rules);
    return computed.gradients;
  }

  private void compute(BackwardRules rules) {
    NotebookWeights layout = new NotebookWeights(function);
    Parameters weights = Parameters.zeros(shape);
    layout.read(inputs, weights);
    Parameters sums = Parameters.zeros(shape);
    SequenceBuffers buffers = new SequenceBuffers(shape);
    Rnn rnn = new Rnn(shape, new OfSequence(rules));
    rnn.use(weights);
    for (int m = 0; m < SEQUENCES; m++) {
      Parameters ofSequence = Parameters.zeros(shape);
      rules.begin(ofSequence);
      buffers.load(example(weights, m));
      rnn.forward(buffers);
      rnn.backward(buffers, ofSequence);
      add(ofSequence, sums);
      takeRows(rnn, buffers, m);
    }
    rules.finish(sums);
    layout.write(sums, gradients);
  }

  /** The notebook goes back through all sequences at once: whatever is wrong is so in each. */
  private static void add(Parameters some, Parameters sums) {
    for (int i = 0; i < sums.count(); i++) {
      Kernels.add(some.data(i), sums.data(i));
    }
  }

  /** What is done with the gradients in the end is done with their sums. */
  private static final class OfSequence extends ChangedRules {
    OfSequence(BackwardRules rules) {
      super(rules);
    }

    @Override
    public void finish(Parameters gradients) {
      // Left to the end of all sequences.
    }
  }

  private Example example(Parameters weights, int m) {
    int length = function.timesteps();
    double[][] x = new double[length][];
    double[][] upstream = new double[length][];
    for (int t = 0; t < length; t++) {
      x[t] = column(inputs.get(function.isCell() ? "xt" : "x"), m, t);
      upstream[t] = column(inputs.get(function.isCell() ? "da_next" : "da"), m, t);
    }
    double[] states = new double[shape.stateSize()];
    double[] first = column(inputs.get(function.isCell() ? "a_prev" : "a0"), m, 0);
    System.arraycopy(first, 0, states, 0, UNITS);
    Map<Vector, double[]> beyond = Map.of();
    if (function == NotebookFunction.LSTM_CELL_BACKWARD) {
      System.arraycopy(column(inputs.get("c_prev"), m, 0), 0, states, UNITS, UNITS);
      beyond = Map.of(Lstm.DC_PREV, column(inputs.get("dc_next"), m, 0));
    }
    Map<Vector, double[][]> given = Map.of(Input.X, x, Head.UPSTREAM, upstream);
    int[] none = new int[length];
    return new Example(weights, new SequenceData(none, none, given, new double[0], beyond), states);
  }

  /** What an array (n, m) or (n, m, T) holds of a sequence at a timestep. */
  private static double[] column(NdArray array, int m, int t) {
    double[] column = new double[array.shape()[0]];
    for (int i = 0; i < column.length; i++) {
      column[i] = array.values()[place(array, i, m, t)];
    }
    return column;
  }

  private static int place(NdArray array, int i, int m, int t) {
    int timesteps = array.dimensions() == 3 ? array.shape()[2] : 1;
    return (i * SEQUENCES + m) * timesteps + t;
  }

  private void takeRows(Rnn rnn, SequenceBuffers buffers, int m) {
    for (int t = 0; t < function.timesteps(); t++) {
      double[] dxt = new double[INPUTS];
      rnn.inputGradient(buffers, t, dxt);
      put(function.isCell() ? "dxt" : "dx", dxt, m, t);
    }
    List<Vector> states = function.net().states();
    put(function.isCell() ? "da_prev" : "da0", rnn.initialGradient(buffers, states.get(0)), m, 0);
    if (function == NotebookFunction.LSTM_CELL_BACKWARD) {
      put("dc_prev", rnn.initialGradient(buffers, states.get(1)), m, 0);
    }
  }

  private void put(String name, double[] column, int m, int t) {
    NdArray array = Objects.requireNonNull(gradients.get(name), name);
    for (int i = 0; i < column.length; i++) {
      array.values()[place(array, i, m, t)] = column[i];
    }
  }
}
