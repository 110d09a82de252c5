package dev.backstep.trace;

import dev.backstep.math.MatrixView;
import dev.backstep.math.OneRow;
import dev.backstep.math.Rows;
import dev.backstep.model.Rnn;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.model.Shape;
import dev.backstep.net.Vector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of all cells after both passes over one sequence, with the largest entry of each, the
 * gradients of the states that it begins with, and what truncation throws away.
 */
record CellVectors(
    Map<Vector, MatrixView> values,
    Map<Vector, Double> limits,
    Map<Vector, MatrixView> initialGradients,
    Map<Vector, List<Optional<MatrixView>>> thrownAway) {

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
    Map<Vector, List<Optional<MatrixView>>> thrownAway = new HashMap<>();
    for (Vector handedBack : shape.net().handedBack()) {
      thrownAway.put(
          handedBack,
          IntStream.range(0, buffers.length())
              .mapToObj(t -> Optional.ofNullable(rnn.thrownAway(buffers, handedBack, t)))
              .map(row -> row.<MatrixView>map(each -> new OneRow(1, 0, each.clone())))
              .toList());
    }
    return new CellVectors(values, limits, initialGradients, thrownAway);
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

  /** What a cell would hand back and does not, a row; null where nothing is thrown away. */
  @Nullable MatrixView thrownAway(Vector handedBack, int t) {
    return computed(thrownAway, handedBack).get(t).orElse(null);
  }

  private static <V> V computed(Map<Vector, V> all, Vector quantity) {
    return Objects.requireNonNull(all.get(quantity), () -> quantity + " is not computed");
  }
}
