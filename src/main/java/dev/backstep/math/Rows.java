package dev.backstep.math;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * A matrix held as separate rows. HotSpot vectorises loops over separate rows that share one index
 * and does not vectorise loops over a flat array with offsets, so the engine computes on rows and
 * keeps EJML's flat matrices as the truth about weights and gradients.
 *
 * <p>The number of rows can change from sequence to sequence; storage once allocated is kept, so
 * that nothing is allocated per update.
 */
public final class Rows implements MatrixView {
  private final int cols;
  private double[][] storage = new double[0][];
  private int rows;

  /** No rows yet, of the given width. */
  public Rows(int cols) {
    this.cols = cols;
  }

  /** The given number of rows of zeros. */
  public Rows(int rows, int cols) {
    this(cols);
    resize(rows);
  }

  /** A matrix of its own with the entries that another has now, each read once. */
  public static Rows copyOf(MatrixView matrix) {
    Rows copy = new Rows(matrix.rows(), matrix.cols());
    for (int row = 0; row < copy.rows; row++) {
      for (int col = 0; col < copy.cols; col++) {
        copy.storage[row][col] = matrix.get(row, col);
      }
    }
    return copy;
  }

  /** Sets the number of rows. What they hold afterwards is whatever they held before. */
  public void resize(int newRows) {
    if (newRows > storage.length) {
      int kept = storage.length;
      storage = Arrays.copyOf(storage, newRows);
      for (int row = kept; row < newRows; row++) {
        storage[row] = new double[cols];
      }
    }
    rows = newRows;
  }

  /** The row itself, not a copy: writing to it writes to the matrix. */
  public double[] row(int row) {
    if (row >= rows) {
      throw new IndexOutOfBoundsException("row " + row + " of " + rows);
    }
    return storage[row];
  }

  /** Fills the rows from the given one on with zeros. */
  public void setZero(int from) {
    for (int row = from; row < rows; row++) {
      Arrays.fill(storage[row], 0);
    }
  }

  /** Takes over the entries and the number of rows of a flat matrix. */
  public void copyFrom(DMatrixRMaj matrix) {
    resize(matrix.numRows);
    for (int row = 0; row < rows; row++) {
      System.arraycopy(matrix.data, row * cols, storage[row], 0, cols);
    }
  }

  /** Takes over the transpose of another matrix, of which it reads four rows at a time. */
  public void copyTransposeOf(Rows matrix) {
    resize(matrix.cols);
    int col = 0;
    for (; col + 3 < cols; col += 4) {
      double[] source0 = matrix.row(col);
      double[] source1 = matrix.row(col + 1);
      double[] source2 = matrix.row(col + 2);
      double[] source3 = matrix.row(col + 3);
      for (int row = 0; row < rows; row++) {
        double[] transposed = storage[row];
        transposed[col] = source0[row];
        transposed[col + 1] = source1[row];
        transposed[col + 2] = source2[row];
        transposed[col + 3] = source3[row];
      }
    }
    for (; col < cols; col++) {
      for (int row = 0; row < rows; row++) {
        storage[row][col] = matrix.row(col)[row];
      }
    }
  }

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
    return row(row)[col];
  }
}
