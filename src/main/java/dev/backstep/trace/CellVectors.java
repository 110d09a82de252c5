package dev.backstep.trace;

import dev.backstep.math.MatrixView;
import dev.backstep.math.OneRow;
import dev.backstep.math.Rows;
import dev.backstep.model.Rnn;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.model.Shape;
import dev.backstep.net.Vector;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The vectors of all cells after both passes over one sequence, with the largest entry of each, and
 * the gradients of the states that it begins with.
 */
record CellVectors(
    Map<Vector, MatrixView> values,
    Map<Vector, Double> limits,
    Map<Vector, MatrixView> initialGradients) {

  /**
   * Collects them.
   *
   * @param rnn that went forward and backward over the buffers
   */
  static CellVectors of(Shape shape, SequenceBuffers buffers, Rnn rnn) {
    Map<Vector, MatrixView> values = new HashMap<>();
    shape.net().vectors().stream()
        .filter(buffers::has)
        .forEach(vector -> values.put(vector, buffers.values(vector)));
    Vector inputGradient = shape.net().inputGradient();
    Rows rows = new Rows(buffers.length(), shape.size(inputGradient.axis()));
    for (int t = 0; t < buffers.length(); t++) {
      rnn.inputGradient(buffers, t, rows.row(t));
    }
    values.put(inputGradient, rows);
    Map<Vector, MatrixView> initialGradients = new HashMap<>();
    for (Vector state : shape.net().states()) {
      initialGradients.put(state, new OneRow(1, 0, rnn.initialGradient(buffers, state)));
    }
    Map<Vector, Double> limits = new HashMap<>();
    values.forEach((quantity, matrix) -> limits.put(quantity, matrix.maxAbs()));
    return new CellVectors(values, limits, initialGradients);
  }

  /** A quantity of every timestep. */
  MatrixView values(Vector quantity) {
    return computed(values, quantity);
  }

  /** The largest finite |entry| of a quantity. */
  double limit(Vector quantity) {
    return computed(limits, quantity);
  }

  /** The gradient of a state that the sequence begins with, a row. */
  MatrixView initialGradient(Vector state) {
    return computed(initialGradients, state);
  }

  private static <V> V computed(Map<Vector, V> all, Vector quantity) {
    return Objects.requireNonNull(all.get(quantity), () -> quantity + " is not computed");
  }
}
