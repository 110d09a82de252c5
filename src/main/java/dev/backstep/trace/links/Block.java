package dev.backstep.trace.links;

/**
 * A rectangle of a matrix: rows {@code fromRow … untilRow−1}, columns {@code fromCol … untilCol−1}.
 */
public record Block(int fromRow, int untilRow, int fromCol, int untilCol) {
  static Block one(int row, int col) {
    return new Block(row, row + 1, col, col + 1);
  }

  static Block row(int row, int cols) {
    return new Block(row, row + 1, 0, cols);
  }

  static Block column(int col, int rows) {
    return new Block(0, rows, col, col + 1);
  }

  public boolean isEmpty() {
    return fromRow >= untilRow || fromCol >= untilCol;
  }

  public boolean contains(int row, int col) {
    return hasRow(row) && hasCol(col);
  }

  public boolean hasRow(int row) {
    return row >= fromRow && row < untilRow;
  }

  public boolean hasCol(int col) {
    return col >= fromCol && col < untilCol;
  }

  /** The part of it that lies within rows {@code from … until−1}; may be empty. */
  Block withinRows(int from, int until) {
    return new Block(Math.max(from, fromRow), Math.min(until, untilRow), fromCol, untilCol);
  }

  /** Its columns, in a matrix that has only one row. */
  Block asOnlyRow() {
    return new Block(0, 1, fromCol, untilCol);
  }
}
