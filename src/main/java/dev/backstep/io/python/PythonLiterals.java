package dev.backstep.io.python;

import dev.backstep.math.MatrixView;
import java.util.Locale;

/** Numbers, arrays and text as Python source, in ASCII so that no encoding can spoil them. */
final class PythonLiterals {
  private PythonLiterals() {}

  /** As many digits as it takes to read the same double back. */
  static String number(double value) {
    if (Double.isNaN(value)) {
      return "float('nan')";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "float('inf')" : "-float('inf')";
    }
    return Double.toString(value).replace('E', 'e');
  }

  /** One row as an array (cols,). */
  static String vector(MatrixView matrix, int row) {
    return "np.array(" + list(matrix, row) + ")";
  }

  /** All rows as an array (rows, cols), one row a line. */
  static String matrix(MatrixView matrix) {
    StringBuilder out = new StringBuilder("np.array([\n");
    for (int row = 0; row < matrix.rows(); row++) {
      out.append("    ").append(list(matrix, row)).append(",\n");
    }
    return out.append("])").toString();
  }

  private static String list(MatrixView matrix, int row) {
    StringBuilder out = new StringBuilder("[");
    for (int col = 0; col < matrix.cols(); col++) {
      out.append(col == 0 ? "" : ", ").append(number(matrix.get(row, col)));
    }
    return out.append("]").toString();
  }

  /** In single quotes; what is not printable ASCII, a quote or a backslash is escaped. */
  static String text(String value) {
    StringBuilder out = new StringBuilder("'");
    value
        .codePoints()
        .forEach(
            point -> {
              boolean isPlain = point >= ' ' && point <= '~' && point != '\'' && point != '\\';
              out.append(
                  isPlain
                      ? Character.toString(point)
                      : String.format(Locale.ROOT, "\\U%08x", point));
            });
    return out.append("'").toString();
  }
}
