package dev.backstep.check.submission;

import dev.backstep.fault.batch.BatchNames;
import dev.backstep.model.Shape;
import dev.backstep.net.Notation;
import dev.backstep.net.Vector;
import dev.backstep.net.Weight;
import java.util.List;
import java.util.Map;

/** In whose names a program saved its arrays, and how its matrices stand. */
public interface Naming {
  /** The name of the dialect. */
  String title();

  /** Whether they are the names of a dialect that is known. */
  default boolean isKnown() {
    return true;
  }

  /** The names in which arithmetic and lines are written. */
  Notation notation();

  /** What stands for the things of a batch with padding in such lines. */
  default BatchNames ofBatch() {
    return BatchNames.USUAL;
  }

  /** The name that a vector is to have where it is asked for. */
  String name(Vector vector);

  /** The name of a weight. */
  String name(Weight weight);

  /** The name of the gradient of a weight. */
  String gradient(Weight weight);

  /** The name of a state before the first timestep: {@code h0}. */
  String initial(Vector state);

  /**
   * What each array of the file was taken for, by the project's names; one that was not used is not
   * there.
   */
  default Map<String, List<String>> taken() {
    return Map.of();
  }

  /**
   * The index of an entry of a gradient in the file's own array: {@code [3, 5]}.
   *
   * @param entry in the project's order
   */
  String index(SuppliedTotal total, Shape shape, int entry);
}
