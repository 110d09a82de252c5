package dev.backstep.trace;

import dev.backstep.math.MatrixView;
import dev.backstep.math.Transposed;
import dev.backstep.model.Parameters;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How the weights are called and how they stand. W1 and W2 of the project are Wxh and Whh of the
 * literature transposed, W3 is Why as it is; the vectors that they meet are rows there and columns
 * here.
 */
public enum Notation {
  /** W1 (V,H), W2 (H,H), W3 (V,H), bh, bo, and row vectors. */
  OURS(List.of("W1", "W2", "W3", "bh", "bo")),

  /** Wxh (H,V), Whh (H,H), Why (V,H), bh, by, and column vectors, as in min-char-rnn. */
  FIELD(List.of("Wxh", "Whh", "Why", "bh", "by"));

  private final List<String> names;

  Notation(List<String> names) {
    this.names = names;
  }

  /** What a parameter is called: W2 is W2 or Whh. */
  public String name(String parameter) {
    int place = Parameters.NAMES.indexOf(parameter);
    if (place < 0) {
      throw new IllegalArgumentException("no parameter is called '" + parameter + "'");
    }
    return names.get(place);
  }

  /** Words with the names that weights and their gradients have here: dW2 is dWhh. */
  public String named(String words) {
    String named = words;
    for (String parameter : Parameters.NAMES) {
      named = named.replaceAll("\\b(d?)" + parameter + "\\b", "$1" + name(parameter));
    }
    return named;
  }

  /** Whether vectors are columns. */
  public boolean hasColumns() {
    return this == FIELD;
  }

  /** Whether the rows of a parameter are the columns of the project's matrix. */
  public boolean isTransposed(String parameter) {
    return hasColumns() && (parameter.equals(Parameters.W1) || parameter.equals(Parameters.W2));
  }

  /** The project's matrix, which is what is drawn, by the name that it has here: W1 or Wxhᵀ. */
  public String drawn(String parameter) {
    return name(parameter) + (isTransposed(parameter) ? "ᵀ" : "");
  }

  /** One weight by the indices that it has in the project's matrix: W2[3,5] is Whh[5,3]. */
  public String entry(String parameter, int row, int col) {
    return entry(parameter, String.valueOf(row), String.valueOf(col));
  }

  /** The same with indices that are not numbers: W2[i,5] is Whh[5,i]. */
  public String entry(String parameter, String row, String col) {
    return name(parameter) + index(parameter, row, col);
  }

  /** The index of a weight by the indices that it has in the project's matrix. */
  String index(String parameter, String row, String col) {
    if (Parameters.isBias(parameter)) {
      return "[" + col + "]";
    }
    return isTransposed(parameter) ? "[" + col + "," + row + "]" : "[" + row + "," + col + "]";
  }

  /** A matrix in the shape of the project's parameter, as it stands in this notation. */
  public MatrixView stand(String parameter, MatrixView matrix) {
    return isTransposed(parameter) ? new Transposed(matrix) : matrix;
  }

  /**
   * The gradient behind a product with a weight: {@code e·W3}, {@code dtanh·W1ᵀ}, {@code dtanh·W2ᵀ}
   * in rows, {@code Whyᵀ·e} and so on in columns.
   */
  public String through(String parameter) {
    String vector = parameter.equals(Parameters.W3) ? "e" : "dtanh";
    if (hasColumns()) {
      return name(parameter) + "ᵀ·" + vector;
    }
    return vector + "·" + name(parameter) + (parameter.equals(Parameters.W3) ? "" : "ᵀ");
  }

  /** An equation, line by line. */
  public List<FormulaLine> lines(Equation equation) {
    return this == OURS ? Formulas.inRows(equation) : Formulas.inColumns(equation);
  }

  /** An equation of a trace: the update is written as the optimiser of its run does it. */
  public List<FormulaLine> lines(Equation equation, Trace trace) {
    boolean isOfOptimizer =
        equation == Equation.UPDATE && trace != null && trace.update().rule() != null;
    return isOfOptimizer ? Formulas.of(trace.update().rule()) : lines(equation);
  }

  /** An equation as plain text, for those who cannot see it drawn. */
  public String text(Equation equation) {
    return lines(equation).stream().map(FormulaLine::text).collect(Collectors.joining("\n"));
  }
}
