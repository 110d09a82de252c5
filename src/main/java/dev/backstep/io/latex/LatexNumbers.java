package dev.backstep.io.latex;

import dev.backstep.math.MatrixView;
import dev.backstep.math.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Numbers, vectors, matrices as LaTeX: six significant digits, dots for what is long; and code. */
final class LatexNumbers {
  /** As many as fit on a line of an ordinary page. */
  private static final int VECTOR = 6;

  private static final int MATRIX = 3;

  private LatexNumbers() {}

  static String number(double value) {
    if (Double.isNaN(value)) {
      return "\\mathrm{NaN}";
    }
    String digits = Numbers.six(value).replace('−', '-').replace("∞", "\\infty");
    int exponent = digits.indexOf('e');
    return exponent < 0
        ? digits
        : digits.substring(0, exponent) + " \\cdot 10^{" + digits.substring(exponent + 1) + "}";
  }

  /** A line of a program, in which no character is a command. */
  static String code(String line) {
    return "\\texttt{" + line.replaceAll("([#$%&_{}])", "\\\\$1") + "}";
  }

  /** One row of a matrix, written as a row. */
  static String vector(MatrixView rows, int row) {
    List<String> entries = new ArrayList<>();
    for (int col = 0; col < Math.min(rows.cols(), VECTOR); col++) {
      entries.add(number(rows.get(row, col)));
    }
    if (rows.cols() > VECTOR) {
      entries.add("\\dots");
    }
    return "(" + String.join(",\\ ", entries) + ")";
  }

  /** The first rows and columns of a matrix. */
  static String matrix(MatrixView matrix) {
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < Math.min(matrix.rows(), MATRIX); row++) {
      rows.add(matrixRow(matrix, row));
    }
    if (matrix.rows() > MATRIX) {
      rows.add(lastRow(matrix.cols()));
    }
    return "\\begin{pmatrix} " + String.join(" \\\\ ", rows) + " \\end{pmatrix}";
  }

  private static String matrixRow(MatrixView matrix, int row) {
    List<String> entries = new ArrayList<>();
    for (int col = 0; col < Math.min(matrix.cols(), MATRIX); col++) {
      entries.add(number(matrix.get(row, col)));
    }
    if (matrix.cols() > MATRIX) {
      entries.add("\\cdots");
    }
    return String.join(" & ", entries);
  }

  private static String lastRow(int cols) {
    String dots = String.join(" & ", "\\vdots ".repeat(Math.min(cols, MATRIX)).split(" "));
    return cols > MATRIX ? dots + " & \\ddots" : dots;
  }
}
