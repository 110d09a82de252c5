package dev.backstep.ui.network;

/**
 * Something of the unrolled network that can be pointed at.
 *
 * @param id the character that is predicted or read; −1 for a cell
 */
public record NetworkPart(Kind kind, int timestep, int id) {
  /** The kind of part. */
  public enum Kind {
    /** The cell, its hidden state. */
    CELL,
    /** One bar: the probability of a character. */
    PREDICTION,
    /** The tile of the character that is read. */
    LETTER
  }
}
