package dev.backstep.trace.arithmetic;

import dev.backstep.math.Elementary;
import dev.backstep.model.Truncation;
import dev.backstep.net.Equation;
import dev.backstep.net.Expr;
import dev.backstep.net.Gradient;
import dev.backstep.net.Notation;
import dev.backstep.net.Printer;
import dev.backstep.net.Script;
import dev.backstep.net.Weight;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Factor;
import dev.backstep.trace.Term;
import dev.backstep.trace.Trace;
import dev.backstep.trace.arithmetic.Derivation.Outer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes out how a number of a trace was computed. The numbers are those of the engine's buffers
 * and the terms stand in the engine's order, so that adding them up comes to the same bits.
 */
public final class Derivations {
  private final Trace trace;
  private final Notation notation;
  private final Terms terms;

  /** In the names of the project. */
  public Derivations(Trace trace) {
    this(trace, Notation.OURS);
  }

  /** In the names of a notation. */
  public Derivations(Trace trace, Notation notation) {
    this.trace = trace;
    this.notation = notation;
    terms = new Terms(trace, notation);
  }

  /**
   * Null for what is given and not computed: weights, h0, inputs and targets. Of a number that a
   * faulty line computed there are no terms but the line.
   */
  public @Nullable Derivation of(Entry entry) {
    Derivation derivation = asItShouldBe(entry);
    return derivation == null || derivation.holds()
        ? derivation
        : derivation.by(trace.faultyLine().in(notation));
  }

  /**
   * The values of the summands in the equation of a number, where it adds up several products of
   * vectors with weights; else none. Those of a number that a faulty line computed are not known.
   */
  public List<Subtotal> subtotals(Entry entry) {
    if (!(entry instanceof Entry.OfCell cell)
        || trace.net().given().contains(cell.quantity())
        || !(trace.net().equation(cell.quantity()).right() instanceof Expr.Sum sum)
        || sum.terms().stream().filter(Derivations::isProduct).count() < 2
        || !ofCell(cell).holds()) {
      return List.of();
    }
    Printer printer = new Printer(trace.net(), notation, Script.TEXT);
    return sum.terms().stream()
        .map(
            term ->
                new Subtotal(printer.right(term), terms.total(term, cell.timestep(), cell.index())))
        .toList();
  }

  private static boolean isProduct(Expr term) {
    return term instanceof Expr.Times times && times.vector() instanceof Expr.Of;
  }

  private @Nullable Derivation asItShouldBe(Entry entry) {
    if (entry instanceof Entry.OfCell cell) {
      return trace.net().given().contains(cell.quantity()) ? null : ofCell(cell);
    }
    if (entry instanceof Entry.OfShare share) {
      return ofShare(share);
    }
    if (entry instanceof Entry.AtUpdate update) {
      return UpdateDerivation.of(trace, notation, update);
    }
    return entry instanceof Entry.OfAccumulator sum ? ofAccumulator(sum) : null;
  }

  private Derivation ofCell(Entry.OfCell entry) {
    int t = entry.timestep();
    int i = entry.index();
    Equation equation = trace.net().equation(entry.quantity());
    Outer outer = outer(equation, t);
    List<Factor> where =
        outer instanceof Outer.Softmax softmax
            ? List.of(new Factor("max", softmax.max()), new Factor("total", softmax.total()))
            : List.of();
    return new Derivation(
        entry,
        notation.name(entry.quantity()) + "[" + i + "]",
        formula(equation, t, i),
        isInWindows(equation, t) ? terms.ofLosses(equation, t, i) : terms.of(equation, t, i),
        outer,
        trace.values(entry.quantity()).get(t, i),
        where);
  }

  String formula(Equation equation, int t, int i) {
    if (!equation.isHandedOver()) {
      return right(equation, i);
    }
    if (t == trace.length() - 1) {
      return "0, the last cell has none later";
    }
    String handedBack = right(equation, i) + " of t = " + (t + 1);
    if (trace.truncation().isCutBefore(t + 1)) {
      return "0, the gradient is cut here: " + handedBack + " is thrown away";
    }
    if (!isInWindows(equation, t)) {
      return handedBack;
    }
    int last = trace.truncation().lastLoss(t, trace.length());
    return handedBack
        + (last == t + 1
            ? " of the loss at t = " + last + " alone"
            : " of the losses at t = " + (t + 1) + " … " + last + " alone");
  }

  /** Whether a vector is what is left, of what the cell after hands back, in windows. */
  private boolean isInWindows(Equation equation, int t) {
    Truncation truncation = trace.truncation();
    return equation.isHandedOver()
        && truncation.kind() == Truncation.Kind.WINDOW
        && truncation.k() < trace.length()
        && t < trace.length() - 1;
  }

  private String right(Equation equation, int i) {
    return new EntryPrinter(trace.net(), notation, i).right(equation.right());
  }

  private Outer outer(Equation equation, int t) {
    if (equation.right() instanceof Expr.Apply apply) {
      return new Outer.Applied(apply.function());
    }
    return equation.right() instanceof Expr.Softmax
        ? softmax(terms.logits(equation.left(), t))
        : new Outer.Sum();
  }

  /** The two numbers that all logits of the timestep share. */
  private Outer softmax(double[] logits) {
    double max = Double.NEGATIVE_INFINITY;
    for (double logit : logits) {
      max = Math.max(max, logit);
    }
    double total = 0;
    for (double logit : logits) {
      total += Elementary.exp(logit - max);
    }
    return new Outer.Softmax(notation.word(trace.net().logit()), max, total);
  }

  private Derivation ofShare(Entry.OfShare entry) {
    Term term = share(entry.parameter(), entry.timestep(), entry.row(), entry.col());
    double result = trace.share(entry.parameter(), entry.timestep()).get(entry.row(), entry.col());
    Weight weight = trace.net().weight(entry.parameter());
    String name = notation.gradientEntry(weight, entry.row(), entry.col());
    return new Derivation(entry, name, term.symbol(), List.of(term), new Outer.Sum(), result);
  }

  private Derivation ofAccumulator(Entry.OfAccumulator entry) {
    int t = entry.timestep();
    int row = entry.row();
    int col = entry.col();
    List<Term> shares = new ArrayList<>();
    for (int s = trace.length() - 1; s >= t; s--) {
      Term term = share(entry.parameter(), s, row, col);
      shares.add(
          Term.of(
              new Factor(
                  "t=" + s + ": " + term.symbol(),
                  term.value(),
                  new Entry.OfShare(entry.parameter(), s, row, col))));
    }
    double result = trace.accumulator(entry.parameter(), t).after().get(row, col);
    String name = notation.gradientEntry(trace.net().weight(entry.parameter()), row, col);
    return new Derivation(entry, name, formula(entry), shares, new Outer.Sum(), result);
  }

  /** {@code Σₜ h_prev[2]·dtanh[3], t = 10 … 3}. */
  String formula(Entry.OfAccumulator entry) {
    int t = entry.timestep();
    return String.format(
        Locale.ROOT,
        "Σₜ %s, t = %d … %d",
        share(entry.parameter(), t, entry.row(), entry.col()).symbol(),
        trace.length() - 1,
        t);
  }

  private Term share(String parameter, int t, int row, int col) {
    Gradient gradient = trace.net().gradient(trace.net().weight(parameter));
    return terms.share(gradient, t, row, col);
  }
}
