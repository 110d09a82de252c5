package dev.backstep.net;

import java.util.ArrayList;
import java.util.List;

/** What an expression can be made of: another expression, a vector of this cell, or a bias. */
public interface Operand {
  /** The operand as an expression. */
  Expr expr();

  /** The sum, added from left to right. */
  default Expr plus(Operand other) {
    List<Expr> terms =
        new ArrayList<>(expr() instanceof Expr.Sum sum ? sum.terms() : List.of(expr()));
    terms.add(other.expr());
    return new Expr.Sum(terms);
  }

  /** The difference. */
  default Expr minus(Operand other) {
    return plus(new Expr.Minus(other.expr()));
  }

  /** The product entry by entry, multiplied from left to right. */
  default Expr by(Operand other) {
    List<Expr> factors =
        new ArrayList<>(
            expr() instanceof Expr.Product product ? product.factors() : List.of(expr()));
    factors.add(other.expr());
    return new Expr.Product(factors);
  }

  /** {@code v·W}: a row vector times a weight. */
  default Expr times(Weight weight) {
    return new Expr.Times(expr(), weight, false);
  }

  /** {@code v·Wᵀ}. */
  default Expr timesTransposed(Weight weight) {
    return new Expr.Times(expr(), weight, true);
  }
}
