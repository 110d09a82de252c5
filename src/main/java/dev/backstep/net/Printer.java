package dev.backstep.net;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The equations of a net as they are written, in row or in column vectors: as text, as LaTeX, or as
 * lines of NumPy that compute them.
 *
 * <p>In NumPy row vectors are one-dimensional, {@code h} (H,) and {@code o} (V,), and columns are
 * (H, 1) and (V, 1); {@code x} and {@code y} are ids, so a one-hot vector times a weight is one row
 * or column of the weight.
 */
public record Printer(Net net, Notation notation, Script script) {
  /** The lines of a rule; none for the update, which is the optimiser's. */
  public List<String> lines(Rule rule) {
    if (rule instanceof Rule.OfVector vector) {
      return lines(vector.equation());
    }
    if (rule instanceof Rule.OfGradients shares) {
      return shares.gradients().stream().map(this::line).toList();
    }
    return rule instanceof Rule.OfLoss of ? lines(of) : List.of();
  }

  private List<String> lines(Rule.OfLoss rule) {
    String target = rule.loss() == Loss.GIVEN ? written(Head.UPSTREAM) : word("y");
    return rule.loss().lines(script, notation.hasColumns(), written(rule.output()), target);
  }

  /** The lines of an equation: one, but for what NumPy has no function for. */
  public List<String> lines(Equation equation) {
    String left = written(equation.left());
    if (script == Script.NUMPY && equation.right() instanceof Expr.Softmax softmax) {
      String logit = notation.word(net.logit());
      return List.of(
          logit + " = " + right(softmax.inner()),
          left + " = np.exp(" + logit + " - " + logit + ".max())",
          left + " /= " + left + ".sum()");
    }
    if (script == Script.NUMPY && equation.right() instanceof Expr.Sum sum && isMinusTarget(sum)) {
      return List.of(
          left + " = " + right(sum.terms().get(0)) + ".copy()", left + "[" + word("y") + "] -= 1");
    }
    return List.of(line(equation));
  }

  /** An equation on one line. */
  public String line(Equation equation) {
    return written(equation.left()) + " = " + right(equation.right());
  }

  private static boolean isMinusTarget(Expr.Sum sum) {
    return sum.terms().size() == 2
        && sum.terms().get(1) instanceof Expr.Minus minus
        && minus.inner() instanceof Expr.Target;
  }

  /** {@code dW2 += h_prevᵀ·dtanh}. */
  public String line(Gradient gradient) {
    String sum = gradientOf(gradient.weight());
    String right = right(gradient.right().expr());
    if (gradient.left() == null) {
      return sum + plusEquals() + right;
    }
    boolean isTransposed = notation.isTransposed(gradient.weight());
    if (script == Script.NUMPY && gradient.isAtInput()) {
      boolean isTurned = notation.hasColumns() && !isTransposed;
      String share = isTurned ? factor(gradient.right()) + script.transposed : right;
      return sum + atInput(isTransposed) + plusEquals() + share;
    }
    Expr left = gradient.left();
    String first = notation.hasColumns() ? factor(left) : right(left);
    String second = notation.hasColumns() ? factor(gradient.right()) : right;
    return sum + plusEquals() + (isTransposed ? outer(second, first) : outer(first, second));
  }

  private String plusEquals() {
    return script == Script.LATEX ? " \\mathrel{+}= " : " += ";
  }

  private String gradientOf(Weight weight) {
    return script == Script.LATEX ? notation.latexOfGradient(weight) : notation.gradient(weight);
  }

  /** The list around x keeps a column a column. */
  private String atInput(boolean isTransposed) {
    String at = notation.hasColumns() ? "[" + word("x") + "]" : word("x");
    return isTransposed ? "[:, " + at + "]" : "[" + at + "]";
  }

  private String outer(String left, String right) {
    if (notation.hasColumns()) {
      return left + script.product + right + script.transposed;
    }
    if (script == Script.NUMPY) {
      return "np.outer(" + left + ", " + right + ")";
    }
    // After a superscript a letter needs no space but its own.
    boolean isLetter = script == Script.LATEX && !right.startsWith("\\");
    return left + script.transposed + (isLetter ? " " : script.product) + right;
  }

  /** The right side of an equation, or a part of one. */
  public String right(Expr expr) {
    if (expr instanceof Expr.Of of) {
      return vector(of);
    }
    if (expr instanceof Expr.Times times) {
      return product(times);
    }
    if (expr instanceof Expr.Sum sum) {
      return sum(sum);
    }
    if (expr instanceof Expr.Product product) {
      return product.factors().stream()
          .map(factor -> factor instanceof Expr.Product ? right(factor) : factor(factor))
          .collect(Collectors.joining(script.entryByEntry));
    }
    if (expr instanceof Expr.OneMinus one) {
      return "1" + script.minus + factorOfSum(one.inner());
    }
    if (expr instanceof Expr.Square square) {
      return factor(square.inner()) + script.squared;
    }
    if (expr instanceof Expr.Minus minus) {
      return script.minus.strip() + factorOfSum(minus.inner());
    }
    if (expr instanceof Expr.Apply apply) {
      return apply.function().of(right(apply.inner()), script);
    }
    return leaf(expr);
  }

  private String leaf(Expr expr) {
    if (expr instanceof Expr.Softmax softmax) {
      String name = script == Script.LATEX ? "\\mathrm{softmax}" : "softmax";
      return name + "(" + right(softmax.inner()) + ")";
    }
    if (expr instanceof Expr.Bias bias) {
      return name(bias.weight());
    }
    if (expr instanceof Expr.Target && script == Script.NUMPY) {
      String rows = "np.eye(" + word("V") + ")";
      return rows + (notation.hasColumns() ? "[:, [" + word("y") + "]]" : "[" + word("y") + "]");
    }
    if (expr instanceof Expr.Zero) {
      return "0";
    }
    if (expr instanceof Expr.LossWeight) {
      return word("w");
    }
    if (expr instanceof Expr.At at) {
      return at(at);
    }
    return word(expr instanceof Expr.Input ? "x" : "y");
  }

  /** As Python writes it; in a text it reads the same. */
  private String at(Expr.At at) {
    String last = at.timestep() < 0 ? "T - " + -at.timestep() : String.valueOf(at.timestep());
    String written = right(at.there()) + " if t == " + last + " else " + right(at.elsewhere());
    return script == Script.NUMPY ? written : written.replace("==", "=").replace(" - ", " − ");
  }

  private String vector(Expr.Of of) {
    if (of.shift() == 0 && net.isWrittenOut(of.vector())) {
      return right(net.equation(of.vector()).right());
    }
    if (of.shift() >= 0) {
      return written(of.vector());
    }
    return script == Script.LATEX
        ? notation.latexBefore(of.vector())
        : notation.before(of.vector());
  }

  /** A vector of this cell, as it stands on the left side of its equation. */
  public String written(Vector vector) {
    return script == Script.LATEX ? notation.latex(vector) : notation.written(vector);
  }

  private String word(String ours) {
    return script == Script.LATEX ? notation.latexOfWord(ours) : notation.word(ours);
  }

  private String name(Weight weight) {
    return script == Script.LATEX ? notation.latex(weight) : notation.name(weight);
  }

  private String product(Expr.Times times) {
    String weight = name(times.weight());
    boolean isTransposed = notation.isTransposed(times.weight());
    if (script == Script.NUMPY && times.vector() instanceof Expr.Input) {
      boolean isRow = notation.hasColumns() && !isTransposed;
      return weight + atInput(isTransposed) + (isRow ? script.transposed : "");
    }
    String vector = factor(times.vector());
    if (!notation.hasColumns()) {
      boolean isTurned = times.transposed() != isTransposed;
      return vector + script.product + weight + (isTurned ? script.transposed : "");
    }
    boolean isTurned = times.transposed() == isTransposed;
    return weight + (isTurned ? script.transposed : "") + script.product + vector;
  }

  private String sum(Expr.Sum sum) {
    StringBuilder written = new StringBuilder(term(sum.terms().get(0)));
    for (Expr term : sum.terms().subList(1, sum.terms().size())) {
      boolean isTakenOff = term instanceof Expr.Minus;
      written.append(isTakenOff ? script.minus : " + ");
      written.append(term instanceof Expr.Minus minus ? factorOfSum(minus.inner()) : term(term));
    }
    return written.toString();
  }

  private String term(Expr expr) {
    return expr instanceof Expr.At ? "(" + right(expr) + ")" : right(expr);
  }

  /** In brackets where a minus before it would mean something else. */
  private String factorOfSum(Expr expr) {
    return expr instanceof Expr.Sum || expr instanceof Expr.OneMinus || expr instanceof Expr.At
        ? "(" + right(expr) + ")"
        : right(expr);
  }

  /** In brackets where a product with it would mean something else. */
  private String factor(Expr expr) {
    Expr shown =
        expr instanceof Expr.Of of && of.shift() == 0 && net.isWrittenOut(of.vector())
            ? net.equation(of.vector()).right()
            : expr;
    boolean isSingle =
        shown instanceof Expr.Of
            || shown instanceof Expr.Apply
            || shown instanceof Expr.Square
            || shown instanceof Expr.Bias
            || shown instanceof Expr.Input
            || shown instanceof Expr.LossWeight
            || shown instanceof Expr.Target;
    return isSingle ? right(shown) : "(" + right(shown) + ")";
  }
}
