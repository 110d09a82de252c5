package dev.backstep.ui.batch;

/**
 * Where the squares of a batch lie: rows of equal height, and as many columns as there is room for,
 * the one under the cursor among them.
 *
 * @param first the first column that is seen
 * @param seen how many columns are
 * @param square the width and the height of a square
 * @param barsBegin where the bars of the rows begin
 */
record BatchLayout(int first, int seen, int rows, double square, double barsBegin, double bars) {
  /** Larger ones say no more. */
  private static final double LARGEST = 22;

  /** Smaller ones cannot be told apart. */
  private static final double SMALLEST = 6;

  /** The room for bars, in squares. */
  private static final double BARS = 4;

  private static final double GAP = 10;

  /**
   * @param height of a row
   * @param cursor the column that must be seen
   */
  static BatchLayout of(int rows, int columns, int cursor, double width, double height) {
    double forBars = BARS * Math.min(LARGEST, height);
    double room = Math.max(SMALLEST, width - forBars - GAP);
    double square = Math.min(LARGEST, Math.max(SMALLEST, Math.min(height, room / columns)));
    int seen = (int) Math.max(1, Math.min(columns, Math.floor(room / square)));
    int first = Math.max(0, Math.min(cursor - seen / 2, columns - seen));
    return new BatchLayout(first, seen, rows, square, seen * square + GAP, forBars);
  }

  /** The width that all columns and the bars would have. */
  static double wanted(int columns, double height) {
    double square = Math.min(LARGEST, height);
    return (columns + BARS) * square + GAP + 1;
  }

  /** The left edge of a column. */
  double x(int column) {
    return (column - first) * square;
  }

  /** The upper edge of a row. */
  double y(int row) {
    return row * square;
  }

  /** The column at a place; −1 where there is none. */
  int columnAt(double x) {
    int column = (int) Math.floor(x / square);
    return x >= 0 && column < seen ? first + column : -1;
  }

  /** The row at a place; −1 where there is none. */
  int rowAt(double y) {
    int row = (int) Math.floor(y / square);
    return y >= 0 && row < rows ? row : -1;
  }

  /** The height of all rows. */
  double height() {
    return rows * square;
  }
}
