package dev.backstep.ui.parts;

import dev.backstep.math.MatrixView;
import java.util.function.IntBinaryOperator;

/** Matrices for tests. */
public final class Grids {
  private Grids() {}

  /** A matrix whose entries say where they stand: {@code 10 · row + col}. */
  public static MatrixView numbered(int rows, int cols) {
    return of(rows, cols, (row, col) -> 10 * row + col);
  }

  public static MatrixView of(int rows, int cols, IntBinaryOperator entry) {
    return new MatrixView() {
      @Override
      public int rows() {
        return rows;
      }

      @Override
      public int cols() {
        return cols;
      }

      @Override
      public double get(int row, int col) {
        return entry.applyAsInt(row, col);
      }
    };
  }
}
