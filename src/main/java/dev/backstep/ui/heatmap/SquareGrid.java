package dev.backstep.ui.heatmap;

import dev.backstep.math.MatrixView;

/**
 * The squares of a picture of a matrix's entries.
 *
 * @param rowsAcross whether its rows go to the right, as timesteps do, or downwards
 */
record SquareGrid(MatrixView matrix, boolean rowsAcross) {
  int width() {
    return rowsAcross ? matrix.rows() : matrix.cols();
  }

  int height() {
    return rowsAcross ? matrix.cols() : matrix.rows();
  }

  Square at(Place place) {
    int row = rowsAcross ? place.across() : place.down();
    int col = rowsAcross ? place.down() : place.across();
    return new Square(row, col, matrix.get(row, col));
  }

  Place placeOf(Square square) {
    return rowsAcross
        ? new Place(square.row(), square.col())
        : new Place(square.col(), square.row());
  }
}
