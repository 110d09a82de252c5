package dev.backstep.trace;

import dev.backstep.net.Vector;

/** One number of a trace that can be pointed at: which quantity, at which timestep, which entry. */
public sealed interface Entry {
  /** The timestep of the cell that it belongs to; −1 for weights and h0, which belong to none. */
  default int timestep() {
    return -1;
  }

  /** An entry of a quantity of cell t: h[3], o[5], dh[3] … */
  record OfCell(Vector quantity, int timestep, int index) implements Entry {}

  /** An entry of a state before the first character: h0[3]. */
  record OfInitialState(Vector state, int index) implements Entry {}

  /** A weight or bias. */
  record OfWeights(String parameter, int row, int col) implements Entry {}

  /** The share of cell t in an entry of a weight gradient. */
  record OfShare(String parameter, int timestep, int row, int col) implements Entry {}

  /** An entry of a weight gradient after cell t has added to it. */
  record OfAccumulator(String parameter, int timestep, int row, int col) implements Entry {}

  /** A number of the update for a weight or bias. */
  sealed interface AtUpdate extends Entry {
    String parameter();

    int row();

    int col();
  }

  /** A weight or bias after the update. */
  record OfUpdate(String parameter, int row, int col) implements AtUpdate {}

  /** The change of a weight or bias in the update. */
  record OfChange(String parameter, int row, int col) implements AtUpdate {}

  /** An entry of a gradient as the optimiser saw it. */
  record OfClipped(String parameter, int row, int col) implements AtUpdate {}

  /**
   * A number the optimiser remembers of a weight after the update, or makes of it: m, v, m_hat …
   */
  record OfMemory(String memory, String parameter, int row, int col) implements AtUpdate {}

  /** The input of cell t at one character: 1 for the one that is read, else 0. */
  record OfInput(int timestep, int index) implements Entry {}

  /** The target of cell t at one character: 1 for the right one, else 0. */
  record OfTarget(int timestep, int index) implements Entry {}
}
