package dev.backstep.ui.flow;

/**
 * The rows of the triangle in the height that there is; from one to the next a gap where they are
 * high enough.
 *
 * @param rows T
 */
record TriangleLayout(int rows, double height) {
  private static final double GAP_FROM = 6;

  /** The rows as high as they are at most. */
  static TriangleLayout of(int rows, double height, double highest) {
    return new TriangleLayout(rows, Math.min(height, rows * highest));
  }

  double top(int row) {
    return Math.rint(row * height / rows);
  }

  /** Without the gap. */
  double rowHeight(int row) {
    double whole = top(row + 1) - top(row);
    return whole >= GAP_FROM ? whole - 1 : Math.max(1, whole);
  }

  double middle(int row) {
    return top(row) + rowHeight(row) / 2;
  }

  /** The row at y; −1 if there is none. */
  int rowAt(double y) {
    int row = (int) Math.floor(y * rows / height);
    if (row >= 0 && row < rows && y < top(row)) {
      row--;
    } else if (row >= 0 && row + 1 < rows && y >= top(row + 1)) {
      row++;
    }
    return row >= 0 && row < rows ? row : -1;
  }

  /** How many rows have one name together, so that names do not touch. */
  int namedEvery(double typeSize) {
    double pitch = height / rows;
    int every = 1;
    while (every * pitch < 1.15 * typeSize) {
      every = every % 5 == 2 ? every / 2 * 5 : every * 2;
    }
    return every;
  }
}
