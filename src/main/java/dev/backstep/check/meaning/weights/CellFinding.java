package dev.backstep.check.meaning.weights;

import java.util.List;

/** Matrices that fit one another as those of a recurrent cell. */
interface CellFinding {
  GateKind kind();

  /** D, which is what is beside H in the matrices that read the input. */
  int inputs();

  /** H. */
  int hidden();

  /** The arrays, those that read the input first. */
  List<Candidate> matrices();

  /** The array that the state before is multiplied by, or one of them. */
  Candidate recurrent();

  /** How well the names suit. */
  int score();

  /** Whether the gates are blocks of one array. */
  default boolean isStacked() {
    return false;
  }

  /** Whether one array reads the input and the state before. */
  default boolean isJoint() {
    return false;
  }

  /**
   * The ways in which they may stand, the likeliest first.
   *
   * @param dialect in whose names they are
   * @param areRows whether vectors are multiplied from the left where the shapes do not tell
   */
  List<WeightLayout> ways(Dialect dialect, boolean areRows);

  /** Whether the shapes say how vectors are multiplied. */
  default boolean tells() {
    return inputs() != hidden();
  }

  /** Whether vectors are multiplied from the left, x·W; true where the shapes do not tell. */
  boolean isInRows();
}
