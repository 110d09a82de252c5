package dev.backstep.net;

import org.jspecify.annotations.Nullable;

/**
 * A weight matrix, or a bias, which has one row.
 *
 * @param name in the project: {@code W2}
 * @param inLiterature its name where vectors are columns: {@code Whh}
 * @param isTransposedThere whether its rows are the columns there
 * @param rows what its rows stand for; null for a bias
 * @param cols what its columns stand for
 * @param latex its name in the project as LaTeX
 * @param latexInLiterature its name in the literature as LaTeX
 */
public record Weight(
    String name,
    String inLiterature,
    boolean isTransposedThere,
    @Nullable Axis rows,
    Axis cols,
    String latex,
    String latexInLiterature)
    implements Operand {
  /** Whether it is a vector and not a matrix. */
  public boolean isBias() {
    return rows == null;
  }

  /** {@code dW += leftᵀ·right}: what every cell adds to the gradient of this weight. */
  public Gradient of(Operand left, Operand right) {
    return new Gradient(this, left.expr(), right.expr());
  }

  /** {@code db += right}: what every cell adds to the gradient of this bias. */
  public Gradient of(Operand right) {
    return new Gradient(this, null, right.expr());
  }

  /** As of any record, the same object first. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Weight weight
            && name.equals(weight.name)
            && inLiterature.equals(weight.inLiterature)
            && isTransposedThere == weight.isTransposedThere
            && rows == weight.rows
            && cols == weight.cols
            && latex.equals(weight.latex)
            && latexInLiterature.equals(weight.latexInLiterature));
  }

  /** That of the name, which no two weights of a net share. */
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public Expr expr() {
    if (!isBias()) {
      throw new IllegalStateException(name + " is a matrix; only a bias can be added");
    }
    return new Expr.Bias(this);
  }

  @Override
  public String toString() {
    return name;
  }
}
