package dev.backstep.trace.links;

import dev.backstep.net.Vector;
import dev.backstep.trace.Entry;

/** A matrix whose numbers can be lit. */
public sealed interface LitMatrix {
  /** A quantity of all cells: row t for timestep t. */
  record OfCells(Vector quantity) implements LitMatrix {}

  /** A state before the first character, one row. */
  record OfInitialState(Vector state) implements LitMatrix {}

  /** The inputs of all cells: row t has a 1 at the character that cell t reads. */
  record OfInputs() implements LitMatrix {}

  /** The targets of all cells: row t has a 1 at the character that cell t should predict. */
  record OfTargets() implements LitMatrix {}

  /** A weight matrix or a bias, of the parameter's shape. */
  record OfWeights(String parameter) implements LitMatrix {}

  /** The share of cell t in a weight gradient, of the parameter's shape. */
  record OfShare(String parameter, int timestep) implements LitMatrix {}

  /**
   * An array the update computes for a parameter, of its shape.
   *
   * @param name g for its gradient after clipping, m, v … for a memory, Δ, or after
   */
  record AtUpdate(String name, String parameter) implements LitMatrix {
    /** Where an entry is drawn at the update. */
    public static AtUpdate of(Entry.AtUpdate entry) {
      return UpdateLinks.site(entry);
    }
  }

  /** A weight gradient after cell t has added to it, of the parameter's shape. */
  record OfAccumulator(String parameter, int timestep) implements LitMatrix {}
}
