package dev.backstep.check.printed;

import dev.backstep.math.NdArray;
import dev.backstep.math.NumPyRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the notebook calls a function with: drawn after {@code np.random.seed(1)} in the order in
 * which the notebook draws, in its shapes.
 */
public final class NotebookInputs {
  private static final int SEED = 1;
  private static final int OUTPUTS = 2;
  private static final int UNITS = NotebookFunction.UNITS;
  private static final int INPUTS = NotebookFunction.INPUTS;
  private static final int SEQUENCES = NotebookFunction.SEQUENCES;

  /** The notebook runs the LSTM forward over more timesteps than it goes back. */
  private static final int FORWARD = 7;

  private static final List<String> GATES = List.of("f", "i", "o", "c");

  private final NotebookFunction function;
  private final boolean hasEarlierBias;
  private final Map<String, NdArray> arrays;

  private NotebookInputs(
      NotebookFunction function, boolean hasEarlierBias, Map<String, NdArray> arrays) {
    this.function = function;
    this.hasEarlierBias = hasEarlierBias;
    this.arrays = arrays;
  }

  /** What a function is called with. */
  static NotebookInputs of(NotebookFunction function) {
    Draws draws = new Draws();
    if (function.isCell()) {
      draws.add("xt", INPUTS, SEQUENCES).add("a_prev", UNITS, SEQUENCES);
    } else {
      boolean isLstm = function.isLstm();
      int forward = isLstm ? FORWARD : function.timesteps();
      draws.add("x", INPUTS, SEQUENCES, forward).add("a0", UNITS, SEQUENCES);
    }
    if (function.isLstm()) {
      drawLstm(function, draws);
    } else {
      draws.add("Wax", UNITS, INPUTS).add("Waa", UNITS, UNITS).add("Wya", OUTPUTS, UNITS);
      draws.add("ba", UNITS, 1).add("by", OUTPUTS, 1);
    }
    if (function.isCell()) {
      draws.add("da_next", UNITS, SEQUENCES);
    } else {
      draws.add("da", UNITS, SEQUENCES, function.timesteps());
    }
    if (function == NotebookFunction.LSTM_CELL_BACKWARD) {
      draws.add("dc_next", UNITS, SEQUENCES);
    }
    return new NotebookInputs(function, false, draws.arrays);
  }

  private static void drawLstm(NotebookFunction function, Draws draws) {
    if (function.isCell()) {
      draws.add("c_prev", UNITS, SEQUENCES);
    }
    for (String gate : GATES) {
      draws.add("W" + gate, UNITS, UNITS + INPUTS).add("b" + gate, UNITS, 1);
    }
    if (function.isCell()) {
      draws.add("Wy", OUTPUTS, UNITS).add("by", OUTPUTS, 1);
    }
  }

  /**
   * In the old notebook the cell of rnn_cell_backward draws a bias b and then takes for ba the one
   * that is still there of the cell of rnn_forward.
   */
  static NotebookInputs withEarlierBias() {
    Draws earlier = new Draws();
    earlier.add("x", INPUTS, SEQUENCES, NotebookFunction.RNN_BACKWARD.timesteps());
    earlier.add("a0", UNITS, SEQUENCES).add("Waa", UNITS, UNITS).add("Wax", UNITS, INPUTS);
    earlier.add("Wya", OUTPUTS, UNITS).add("ba", UNITS, 1);
    Map<String, NdArray> arrays =
        new LinkedHashMap<>(of(NotebookFunction.RNN_CELL_BACKWARD).arrays);
    arrays.put("ba", earlier.arrays.get("ba"));
    return new NotebookInputs(NotebookFunction.RNN_CELL_BACKWARD, true, arrays);
  }

  /** The function that is called with them. */
  NotebookFunction function() {
    return function;
  }

  /** Whether the bias is that of an earlier cell of the notebook. */
  boolean hasEarlierBias() {
    return hasEarlierBias;
  }

  /**
   * An array by its name in the notebook.
   *
   * @throws NullPointerException if none is called so
   */
  NdArray get(String name) {
    return Objects.requireNonNull(arrays.get(name), name);
  }

  /** Arrays that are drawn one after another. */
  private static final class Draws {
    private final NumPyRandom random = new NumPyRandom(SEED);
    private final Map<String, NdArray> arrays = new LinkedHashMap<>();

    Draws add(String name, int... sizes) {
      arrays.put(name, random.randn(sizes));
      return this;
    }
  }
}
