package dev.backstep.trace.arithmetic;

import dev.backstep.net.Axis;
import dev.backstep.net.Expr;
import dev.backstep.net.Net;
import dev.backstep.net.Notation;
import dev.backstep.net.Printer;
import dev.backstep.net.Script;
import java.util.stream.Collectors;

/**
 * The formula of one entry of a vector, in symbols: {@code Σₖ e[k]·W3[k,3]} for entry 3 of e·W3.
 *
 * <p>Sums over the rows of a weight count i, sums over its columns j, sums over characters k.
 */
record EntryPrinter(Net net, Notation notation, int index) {
  /** The right side of an equation, of this entry. */
  public String right(Expr expr) {
    if (expr instanceof Expr.Apply apply && isOfSum(apply)) {
      return apply.function().of(" " + right(apply.inner()) + " ", Script.TEXT);
    }
    if (expr instanceof Expr.Softmax softmax) {
      String logit = notation.word(net.logit());
      return "exp(" + logit + " − max) / total, " + logit + " = " + right(softmax.inner());
    }
    if (expr instanceof Expr.Sum sum) {
      return sum(sum);
    }
    if (expr instanceof Expr.Product product) {
      return product.factors().stream().map(this::factor).collect(Collectors.joining("·"));
    }
    if (expr instanceof Expr.Times times) {
      return product(times);
    }
    return single(expr);
  }

  private static boolean isOfSum(Expr.Apply apply) {
    return apply.inner() instanceof Expr.Sum;
  }

  private String single(Expr expr) {
    if (expr instanceof Expr.Apply apply) {
      return apply.function().of(right(apply.inner()), Script.TEXT);
    }
    if (expr instanceof Expr.OneMinus one) {
      return "1 − " + factor(one.inner());
    }
    if (expr instanceof Expr.Square square) {
      return factor(square.inner()) + "²";
    }
    if (expr instanceof Expr.Minus minus) {
      return "−" + factor(minus.inner());
    }
    if (expr instanceof Expr.Of of) {
      return vector(of) + "[" + index + "]";
    }
    if (expr instanceof Expr.Bias bias) {
      return notation.entry(bias.weight(), "0", String.valueOf(index));
    }
    if (expr instanceof Expr.Zero) {
      return "0";
    }
    if (expr instanceof Expr.LossWeight) {
      return notation.word("w");
    }
    return notation.word(expr instanceof Expr.Input ? "x" : "y") + "[" + index + "]";
  }

  /** {@code h_prev}, or {@code (e·W3)} for what has no name in equations. */
  private String vector(Expr.Of of) {
    String written = new Printer(net, notation, Script.TEXT).right(of);
    return of.shift() == 0 && net.isWrittenOut(of.vector()) ? "(" + written + ")" : written;
  }

  private String sum(Expr.Sum sum) {
    StringBuilder written = new StringBuilder(right(sum.terms().get(0)));
    for (Expr term : sum.terms().subList(1, sum.terms().size())) {
      written.append(term instanceof Expr.Minus ? " − " : " + ");
      written.append(term instanceof Expr.Minus minus ? factor(minus.inner()) : right(term));
    }
    return written.toString();
  }

  /** The same as a factor of a product, in brackets where it needs them. */
  public String factor(Expr expr) {
    boolean isBracketed =
        expr instanceof Expr.Sum || expr instanceof Expr.OneMinus || expr instanceof Expr.Minus;
    return isBracketed ? "(" + right(expr) + ")" : right(expr);
  }

  private String product(Expr.Times times) {
    String at = String.valueOf(index);
    if (times.vector() instanceof Expr.Input) {
      return notation.entry(times.weight(), notation.word("x"), at);
    }
    Axis summed = times.transposed() ? times.weight().cols() : times.weight().rows();
    boolean isPerCharacter = Axis.isOfCharacters(summed);
    String letter = isPerCharacter ? "k" : times.transposed() ? "j" : "i";
    String sign = isPerCharacter ? "Σₖ " : times.transposed() ? "Σⱼ " : "Σᵢ ";
    String weight =
        times.transposed()
            ? notation.entry(times.weight(), at, letter)
            : notation.entry(times.weight(), letter, at);
    return sign + vector((Expr.Of) times.vector()) + "[" + letter + "]·" + weight;
  }
}
