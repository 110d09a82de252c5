package dev.backstep.math;

/**
 * A matrix that can be read and not changed: what the screen sees of every buffer of the engine.
 */
public interface MatrixView {
  int rows();

  int cols();

  /** The entry at the given row and column, both counted from 0. */
  double get(int row, int col);

  /** The largest |entry| that is finite; 0 where there is none. */
  default double maxAbs() {
    double max = 0;
    for (int row = 0; row < rows(); row++) {
      for (int col = 0; col < cols(); col++) {
        double magnitude = Math.abs(get(row, col));
        if (magnitude > max && magnitude < Double.POSITIVE_INFINITY) {
          max = magnitude;
        }
      }
    }
    return max;
  }
}
