package dev.backstep.trace;

import dev.backstep.math.MatrixView;
import dev.backstep.model.SequenceBuffers;

/** dh_from_later as a matrix: row t is dh_prev of cell t+1, the last row is zero. */
record FromLater(SequenceBuffers buffers) implements MatrixView {
  @Override
  public int rows() {
    return buffers.length();
  }

  @Override
  public int cols() {
    return buffers.dhPrev().cols();
  }

  @Override
  public double get(int row, int col) {
    return buffers.dhFromLater(row)[col];
  }
}
