package dev.backstep.check.submission;

import dev.backstep.math.MatrixView;
import dev.backstep.math.Rows;
import dev.backstep.net.Vector;

/**
 * A quantity of every timestep, as the program that is checked computed it.
 *
 * @param name what the file calls it
 * @param rows (T, H) or (T, V)
 */
public record SuppliedRows(String name, Vector quantity, double[][] rows) {
  /** The same as a matrix (T, N), which shares nothing with the rows. */
  public MatrixView values() {
    Rows values = new Rows(rows.length, rows[0].length);
    for (int t = 0; t < rows.length; t++) {
      System.arraycopy(rows[t], 0, values.row(t), 0, rows[t].length);
    }
    return values;
  }
}
