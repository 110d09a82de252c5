package dev.backstep.check.printed;

import dev.backstep.math.NdArray;
import dev.backstep.model.Parameters;
import dev.backstep.net.Gate;
import dev.backstep.net.Lstm;
import dev.backstep.net.PlainCell;
import dev.backstep.net.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ejml.data.DMatrixRMaj;

/**
 * Where the weights of a net stand in the arrays of the notebook: transposed, because its vectors
 * are columns, and those of a gate side by side for {@code [a, x]}.
 */
final class NotebookWeights {
  private final List<Place> places = new ArrayList<>();

  /**
   * A weight in an array.
   *
   * @param first the column where it begins
   */
  private record Place(String array, int first, Weight weight) {}

  NotebookWeights(NotebookFunction function) {
    if (function.isLstm()) {
      add("f", Lstm.OF_F);
      add("i", Lstm.OF_I);
      add("c", Lstm.OF_G);
      add("o", Lstm.OF_O);
    } else {
      places.add(new Place("Wax", 0, PlainCell.W1));
      places.add(new Place("Waa", 0, PlainCell.W2));
      places.add(new Place("ba", 0, PlainCell.BH));
    }
  }

  private void add(String name, Gate gate) {
    places.add(new Place("W" + name, 0, gate.w2()));
    places.add(new Place("W" + name, NotebookFunction.UNITS, gate.w1()));
    places.add(new Place("b" + name, 0, gate.bias()));
  }

  /** Fills the weights with what the notebook has. */
  void read(NotebookInputs inputs, Parameters weights) {
    for (Place place : places) {
      NdArray from = inputs.get(place.array());
      DMatrixRMaj to = weights.get(place.weight().name());
      for (int row = 0; row < to.numRows; row++) {
        for (int col = 0; col < to.numCols; col++) {
          to.set(row, col, from.values()[col * from.shape()[1] + place.first() + row]);
        }
      }
    }
  }

  /** Fills the arrays of the notebook with gradients. */
  void write(Parameters gradients, Map<String, NdArray> arrays) {
    for (Place place : places) {
      DMatrixRMaj from = gradients.get(place.weight().name());
      NdArray to = Objects.requireNonNull(arrays.get("d" + place.array()));
      for (int row = 0; row < from.numRows; row++) {
        for (int col = 0; col < from.numCols; col++) {
          to.values()[col * to.shape()[1] + place.first() + row] = from.get(row, col);
        }
      }
    }
  }
}
