package dev.backstep.trace;

/** A matrix whose numbers can be lit. */
public sealed interface Site {
  /** A quantity of all cells: row t for timestep t. */
  record OfCells(Quantity quantity) implements Site {}

  /** The hidden state before the first character, one row. */
  record OfInitialState() implements Site {}

  /** The inputs of all cells: row t has a 1 at the character that cell t reads. */
  record OfInputs() implements Site {}

  /** The targets of all cells: row t has a 1 at the character that cell t should predict. */
  record OfTargets() implements Site {}

  /** A weight matrix or a bias, of the parameter's shape. */
  record OfWeights(String parameter) implements Site {}

  /** What cell t adds to a weight gradient, of the parameter's shape. */
  record OfShare(String parameter, int timestep) implements Site {}

  /** A weight gradient after cell t has added to it, of the parameter's shape. */
  record OfAccumulator(String parameter, int timestep) implements Site {}
}
