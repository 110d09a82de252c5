package dev.backstep.trace.arithmetic;

import dev.backstep.net.Equation;
import dev.backstep.net.Expr;
import dev.backstep.net.Gradient;
import dev.backstep.net.Notation;
import dev.backstep.net.Vector;
import dev.backstep.net.Weight;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Factor;
import dev.backstep.trace.Term;
import dev.backstep.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The summands of any number of a trace, from the equation that computes it, with the numbers of
 * the engine's buffers and in the order in which the engine adds them.
 */
record Terms(Trace trace, Notation notation) {
  /** Of entry i of a vector of cell t, before the function that its right side is. */
  List<Term> of(Equation equation, int t, int i) {
    List<Term> terms = new ArrayList<>();
    if (!equation.isHandedOver() || !trace.truncation().isCutBefore(t + 1)) {
      add(terms, equation.inner(), t, i);
    }
    return terms;
  }

  /** Of entry i of what cell t is handed back in windows: a term for each loss. */
  List<Term> ofLosses(Equation equation, int t, int i) {
    double[] values = trace.handedBackByLoss(((Expr.Of) equation.right()).vector(), t, i);
    int last = trace.truncation().lastLoss(t, trace.length());
    return IntStream.range(0, values.length)
        .mapToObj(k -> Term.of(new Factor("the loss at t=" + (last - k), values[k])))
        .toList();
  }

  /** The sum of the terms of a part of an equation. */
  double total(Expr part, int t, int i) {
    List<Term> terms = new ArrayList<>();
    add(terms, part, t, i);
    return sum(terms);
  }

  private void add(List<Term> terms, Expr expr, int t, int i) {
    if (expr instanceof Expr.Sum sum) {
      sum.terms().forEach(term -> add(terms, term, t, i));
    } else if (expr instanceof Expr.Times times) {
      addProducts(terms, times, t, i);
    } else if (expr instanceof Expr.Product product) {
      terms.add(new Term(product.factors().stream().map(f -> factor(f, t, i)).toList(), null));
    } else {
      terms.add(Term.of(factor(expr, t, i)));
    }
  }

  private void addProducts(List<Term> terms, Expr.Times times, int t, int i) {
    if (times.vector() instanceof Expr.Input && trace.input(t) < 0) {
      return;
    }
    if (times.vector() instanceof Expr.Input) {
      terms.add(Term.of(weight(times.weight(), trace.input(t), i)));
      return;
    }
    Expr.Of of = (Expr.Of) times.vector();
    for (int k = 0; k < trace.shape().size(of.vector().axis()); k++) {
      Factor weight =
          times.transposed() ? weight(times.weight(), i, k) : weight(times.weight(), k, i);
      terms.add(Term.of(number(of, t, k), weight));
    }
  }

  /** The term cell t adds to one entry of a weight gradient. */
  Term share(Gradient gradient, int t, int row, int col) {
    Factor right = factor(gradient.right().expr(), t, col);
    Expr left = gradient.left();
    return left == null ? Term.of(right) : Term.of(factor(left, t, row), right);
  }

  private Factor factor(Expr expr, int t, int i) {
    if (expr instanceof Expr.Of of) {
      return number(of, t, i);
    }
    if (expr instanceof Expr.Bias bias) {
      return weight(bias.weight(), 0, i);
    }
    double value = value(expr, t, i);
    if (expr instanceof Expr.Input) {
      return new Factor(notation.word("x") + "[" + i + "]", value, new Entry.OfInput(t, i));
    }
    String symbol = new EntryPrinter(trace.net(), notation, i).factor(expr);
    if (expr instanceof Expr.LossWeight) {
      return new Factor(symbol, value);
    }
    return new Factor(symbol, value, source(expr, t, i));
  }

  /** Where the first number stands that it is made of. */
  private @Nullable Entry source(Expr expr, int t, int i) {
    return expr.reads()
        .findFirst()
        .map(of -> number(of, t, i).source())
        .orElse(new Entry.OfTarget(t, i));
  }

  private double value(Expr expr, int t, int i) {
    if (expr instanceof Expr.Of of) {
      return number(of, t, i).value();
    }
    if (expr instanceof Expr.OneMinus one) {
      return 1 - value(one.inner(), t, i);
    }
    if (expr instanceof Expr.Square square) {
      return value(square.inner(), t, i) * value(square.inner(), t, i);
    }
    if (expr instanceof Expr.Minus minus) {
      return -value(minus.inner(), t, i);
    }
    if (expr instanceof Expr.Apply apply) {
      return apply.function().of(value(apply.inner(), t, i));
    }
    if (expr instanceof Expr.Sum sum) {
      return sum.terms().stream().mapToDouble(term -> value(term, t, i)).reduce(0, Double::sum);
    }
    if (expr instanceof Expr.LossWeight) {
      return trace.lossWeight(t);
    }
    int id = expr instanceof Expr.Input ? trace.input(t) : trace.target(t);
    return id == i ? 1 : 0;
  }

  /** A number of this cell or of a neighbour; 0 of the cell after the last. */
  private Factor number(Expr.Of of, int t, int i) {
    int at = t + of.shift();
    if (at >= trace.length()) {
      double beyond = trace.beyond(of.vector(), i);
      return new Factor(beyond == 0 ? "0" : notation.name(of.vector()) + "[" + i + "]", beyond);
    }
    String vector = of.shift() < 0 ? notation.before(of.vector()) : notation.name(of.vector());
    String name = vector + "[" + i + "]";
    return at < 0
        ? new Factor(
            name,
            trace.initialState(of.vector()).get(0, i),
            new Entry.OfInitialState(of.vector(), i))
        : new Factor(
            name, trace.values(of.vector()).get(at, i), new Entry.OfCell(of.vector(), at, i));
  }

  private Factor weight(Weight weight, int row, int col) {
    double value = trace.weights(weight.name()).get(row, col);
    String symbol = notation.entry(weight, row, col);
    return new Factor(symbol, value, new Entry.OfWeights(weight.name(), row, col));
  }

  /** The sums that softmax is taken of, one for each character. */
  double[] logits(Vector output, int t) {
    Equation equation = trace.net().equation(output);
    return IntStream.range(0, trace.values(output).cols())
        .mapToDouble(k -> sum(of(equation, t, k)))
        .toArray();
  }

  private static double sum(List<Term> terms) {
    double sum = 0;
    for (Term term : terms) {
      sum += term.value();
    }
    return sum;
  }
}
