package dev.backstep.ui.heatmap;

import dev.backstep.math.Numbers;

/** The names of a heatmap's squares, for the read-out, screen readers and the lens. */
public interface SquareNames {
  /** Nothing but the indices. */
  SquareNames INDICES =
      new SquareNames() {
        @Override
        public String square(int row, int col) {
          return "[" + row + ", " + col + "]";
        }

        @Override
        public String row(int row) {
          return String.valueOf(row);
        }

        @Override
        public String col(int col) {
          return String.valueOf(col);
        }

        @Override
        public String notComputed() {
          return "not computed yet";
        }

        @Override
        public String covered() {
          return "covered";
        }
      };

  /** The square at a row and column of the matrix, without its value: {@code dh[3] at t = 6}. */
  String square(int row, int col);

  /** A square with its value, or why there is none to be seen. */
  default String words(Square square, boolean isComputed, boolean isCovered) {
    String name = square(square.row(), square.col());
    if (!isComputed) {
      return name + ": " + notComputed();
    }
    return isCovered ? name + ": " + covered() : name + " = " + Numbers.six(square.value());
  }

  /** The magnitude up to which the colours of one column of the picture reach, in words. */
  default String ofLimit(double limit) {
    return "±" + Numbers.three(limit);
  }

  /** The words for that each column has a limit of its own. */
  default String limitPerColumn() {
    return "per column";
  }

  /** A row of the matrix, as short as can be. */
  String row(int row);

  /** A column of the matrix, as short as can be. */
  String col(int col);

  /** Whether the rows of the matrix stand for characters, by id. */
  default boolean hasCharacterRows() {
    return false;
  }

  /** Whether the columns of the matrix stand for characters, by id. */
  default boolean hasCharacterColumns() {
    return false;
  }

  /** The words where there is no value. */
  String notComputed();

  /** The words where the value is not to be seen yet. */
  String covered();
}
