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
  boolean isStacked();

  /** Whether one array reads the input and the state before. */
  boolean isJoint();

  /**
   * The ways in which they may stand, the likeliest first.
   *
   * @param dialect in whose names they are
   * @param areRows whether vectors are multiplied from the left where the shapes do not tell
   */
  List<WeightLayout> ways(Dialect dialect, boolean areRows);

  /** Whether the shapes say how vectors are multiplied. */
  boolean tells();

  /** Whether vectors are multiplied from the left, x·W; true where the shapes do not tell. */
  boolean isInRows();
}
