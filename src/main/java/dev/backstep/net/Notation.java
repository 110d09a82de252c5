package dev.backstep.net;

import dev.backstep.math.MatrixView;
import dev.backstep.math.Transposed;

/**
 * How the weights are called and how they stand. W1 and W2 of the project are Wxh and Whh of the
 * literature transposed, W3 is Why as it is; the vectors that they meet are rows there and columns
 * here.
 */
public enum Notation {
  /** W1 (V,H), W2 (H,H), W3 (V,H), bh, bo, and row vectors. */
  OURS,

  /** Wxh (H,V), Whh (H,H), Why (V,H), bh, by, and column vectors, as in min-char-rnn. */
  FIELD;

  /** What a parameter is called: W2 is W2 or Whh. */
  public String name(String parameter) {
    return name(Nets.weight(parameter));
  }

  /** What a weight is called. */
  public String name(Weight weight) {
    return hasColumns() ? weight.inLiterature() : weight.name();
  }

  /** What a weight is called, as LaTeX. */
  String latex(Weight weight) {
    return hasColumns() ? weight.latexInLiterature() : weight.latex();
  }

  /** Words with the names that weights and their gradients have here: dW2 is dWhh. */
  public String named(String words) {
    String named = words;
    for (Weight weight : Nets.weights().toList()) {
      named = named.replaceAll("\\b(d?)" + weight.name() + "\\b", "$1" + name(weight));
    }
    return named;
  }

  /** Whether vectors are columns. */
  public boolean hasColumns() {
    return this == FIELD;
  }

  /** Whether the rows of a parameter are the columns of the project's matrix. */
  public boolean isTransposed(String parameter) {
    return isTransposed(Nets.weight(parameter));
  }

  private boolean isTransposed(Weight weight) {
    return hasColumns() && weight.isTransposedThere();
  }

  /** The project's matrix, which is what is drawn, by the name that it has here: W1 or Wxhᵀ. */
  public String drawn(String parameter) {
    return name(parameter) + (isTransposed(parameter) ? "ᵀ" : "");
  }

  /** One weight by the indices that it has in the project's matrix: W2[3,5] is Whh[5,3]. */
  public String entry(String parameter, int row, int col) {
    return entry(Nets.weight(parameter), String.valueOf(row), String.valueOf(col));
  }

  /** The same of a weight of any net. */
  public String entry(Weight weight, int row, int col) {
    return entry(weight, String.valueOf(row), String.valueOf(col));
  }

  /** The same with indices that need not be numbers: W2[i,5] is Whh[5,i]. */
  public String entry(Weight weight, String row, String col) {
    return name(weight) + index(weight, row, col);
  }

  /** The index of a weight by the indices that it has in the project's matrix. */
  public String index(String parameter, int row, int col) {
    return index(Nets.weight(parameter), String.valueOf(row), String.valueOf(col));
  }

  private String index(Weight weight, String row, String col) {
    if (weight.isBias()) {
      return "[" + col + "]";
    }
    return isTransposed(weight) ? "[" + col + "," + row + "]" : "[" + row + "," + col + "]";
  }

  /** A matrix in the shape of the project's parameter, as it stands in this notation. */
  public MatrixView stand(String parameter, MatrixView matrix) {
    return isTransposed(parameter) ? new Transposed(matrix) : matrix;
  }
}
