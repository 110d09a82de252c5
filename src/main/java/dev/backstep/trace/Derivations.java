package dev.backstep.trace;

import dev.backstep.math.Elementary;
import dev.backstep.math.MatrixView;
import dev.backstep.model.Parameters;
import dev.backstep.trace.Derivation.Outer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * Writes out how a number of a trace was computed. The numbers are those of the engine's buffers
 * and the terms stand in the engine's order, so that adding them up comes to the same bits.
 */
public final class Derivations {
  private final Trace trace;
  private final Notation notation;

  /** In the names of the project. */
  public Derivations(Trace trace) {
    this(trace, Notation.OURS);
  }

  /** In the names of a notation. */
  public Derivations(Trace trace, Notation notation) {
    this.trace = trace;
    this.notation = notation;
  }

  /**
   * Null for what is given and not computed: weights, h0, inputs and targets. Of a number that a
   * wrong line computed there are no terms but the line.
   */
  public Derivation of(Entry entry) {
    Derivation derivation = asItShouldBe(entry);
    return derivation == null || derivation.holds()
        ? derivation
        : derivation.by(trace.wrongLine().in(notation));
  }

  private Derivation asItShouldBe(Entry entry) {
    if (entry instanceof Entry.OfCell cell) {
      return ofCell(cell);
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
    return switch (entry.quantity()) {
      case H -> sum(entry, hidden(t, i), new Outer.Tanh());
      case O -> sum(entry, logit(t, i), softmax(t));
      case E -> sum(entry, error(t, i), new Outer.Sum());
      case DH_FROM_OUTPUT -> sum(entry, fromOutput(t, i), new Outer.Sum());
      case DH_FROM_LATER -> sum(entry, fromLater(t, i), new Outer.Sum());
      case DH -> sum(entry, total(t, i), new Outer.Sum());
      case DTANH -> sum(entry, throughTanh(t, i), new Outer.Sum());
      case DXT -> sum(entry, toInput(t, i), new Outer.Sum());
      case DH_PREV -> sum(entry, toPrevious(t, i), new Outer.Sum());
    };
  }

  private Derivation sum(Entry.OfCell entry, List<Term> terms, Outer outer) {
    double result = trace.values(entry.quantity()).get(entry.timestep(), entry.index());
    List<Factor> where =
        outer instanceof Outer.Softmax softmax
            ? List.of(
                new Factor("max", softmax.max(), null), new Factor("total", softmax.total(), null))
            : List.of();
    return new Derivation(entry, name(entry), formula(entry), terms, outer, result, where);
  }

  private String formula(Entry.OfCell entry) {
    String formula = new CellFormulas(notation).of(entry.quantity(), entry.index());
    if (entry.quantity() != Quantity.DH_FROM_LATER) {
      return formula;
    }
    return isLast(entry.timestep())
        ? "0, the last cell has none later"
        : formula + " of t = " + (entry.timestep() + 1);
  }

  private static String name(Entry.OfCell entry) {
    String symbol = entry.quantity().vectorSymbol();
    return symbol + "[" + entry.index() + "]";
  }

  private List<Term> hidden(int t, int j) {
    int input = trace.input(t);
    List<Term> terms = new ArrayList<>();
    terms.add(Term.of(weight(Parameters.W1, input, j)));
    terms.addAll(
        products(
            trace.shape().hidden(), i -> Term.of(previous(t, i), weight(Parameters.W2, i, j))));
    terms.add(Term.of(weight(Parameters.BH, 0, j)));
    return terms;
  }

  private List<Term> logit(int t, int k) {
    List<Term> terms =
        products(
            trace.shape().hidden(),
            j -> Term.of(cell(Quantity.H, t, j), weight(Parameters.W3, k, j)));
    terms.add(Term.of(weight(Parameters.BO, 0, k)));
    return terms;
  }

  /** The two numbers that all logits of the timestep share. */
  private Outer softmax(int t) {
    double[] logits = new double[trace.shape().vocabulary()];
    double max = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < logits.length; k++) {
      for (Term term : logit(t, k)) {
        logits[k] += term.value();
      }
      max = Math.max(max, logits[k]);
    }
    double total = 0;
    for (double logit : logits) {
      total += Elementary.exp(logit - max);
    }
    return new Outer.Softmax(max, total);
  }

  private List<Term> error(int t, int k) {
    double y = trace.target(t) == k ? 1 : 0;
    return List.of(
        Term.of(cell(Quantity.O, t, k)),
        Term.of(new Factor("−y[" + k + "]", -y, new Entry.OfTarget(t, k))));
  }

  private List<Term> fromOutput(int t, int j) {
    return products(
        trace.shape().vocabulary(),
        k -> Term.of(cell(Quantity.E, t, k), weight(Parameters.W3, k, j)));
  }

  private List<Term> fromLater(int t, int j) {
    return isLast(t)
        ? List.of(Term.of(new Factor("0", 0, null)))
        : List.of(Term.of(cell(Quantity.DH_PREV, t + 1, j)));
  }

  private boolean isLast(int t) {
    return t == trace.length() - 1;
  }

  private List<Term> total(int t, int j) {
    return List.of(
        Term.of(cell(Quantity.DH_FROM_OUTPUT, t, j)), Term.of(cell(Quantity.DH_FROM_LATER, t, j)));
  }

  private List<Term> throughTanh(int t, int j) {
    double h = trace.values(Quantity.H).get(t, j);
    Factor derivative =
        new Factor("(1 − h[" + j + "]²)", 1 - h * h, new Entry.OfCell(Quantity.H, t, j));
    return List.of(Term.of(derivative, cell(Quantity.DH, t, j)));
  }

  private List<Term> toInput(int t, int v) {
    return products(
        trace.shape().hidden(),
        j -> Term.of(cell(Quantity.DTANH, t, j), weight(Parameters.W1, v, j)));
  }

  private List<Term> toPrevious(int t, int i) {
    return products(
        trace.shape().hidden(),
        j -> Term.of(cell(Quantity.DTANH, t, j), weight(Parameters.W2, i, j)));
  }

  private Derivation ofShare(Entry.OfShare entry) {
    Term term = share(entry.parameter(), entry.timestep(), entry.row(), entry.col());
    double result = trace.share(entry.parameter(), entry.timestep()).get(entry.row(), entry.col());
    String name = "d" + notation.entry(entry.parameter(), entry.row(), entry.col());
    return new Derivation(entry, name, term.symbol(), List.of(term), new Outer.Sum(), result);
  }

  private Derivation ofAccumulator(Entry.OfAccumulator entry) {
    int t = entry.timestep();
    int row = entry.row();
    int col = entry.col();
    List<Term> terms = new ArrayList<>();
    for (int s = trace.length() - 1; s >= t; s--) {
      Term term = share(entry.parameter(), s, row, col);
      terms.add(
          Term.of(
              new Factor(
                  "t=" + s + ": " + term.symbol(),
                  term.value(),
                  new Entry.OfShare(entry.parameter(), s, row, col))));
    }
    double result = trace.accumulator(entry.parameter(), t).after().get(row, col);
    String formula =
        String.format(
            Locale.ROOT,
            "Σₜ %s, t = %d … %d",
            share(entry.parameter(), t, row, col).symbol(),
            trace.length() - 1,
            t);
    String name = "d" + notation.entry(entry.parameter(), row, col);
    return new Derivation(entry, name, formula, terms, new Outer.Sum(), result);
  }

  /** What cell t adds to one entry of a weight gradient. */
  private Term share(String parameter, int t, int row, int col) {
    return switch (parameter) {
      case Parameters.W1 -> Term.of(input(t, row), cell(Quantity.DTANH, t, col));
      case Parameters.W2 -> Term.of(previous(t, row), cell(Quantity.DTANH, t, col));
      case Parameters.W3 -> Term.of(cell(Quantity.E, t, row), cell(Quantity.H, t, col));
      case Parameters.BH -> Term.of(cell(Quantity.DTANH, t, col));
      case Parameters.BO -> Term.of(cell(Quantity.E, t, col));
      default -> throw new IllegalArgumentException("no parameter is called '" + parameter + "'");
    };
  }

  private static List<Term> products(int count, IntFunction<Term> term) {
    List<Term> terms = new ArrayList<>(count + 2);
    for (int i = 0; i < count; i++) {
      terms.add(term.apply(i));
    }
    return terms;
  }

  private Factor cell(Quantity quantity, int t, int index) {
    MatrixView values = trace.values(quantity);
    Entry.OfCell entry = new Entry.OfCell(quantity, t, index);
    return new Factor(name(entry), values.get(t, index), entry);
  }

  private Factor previous(int t, int index) {
    Entry source =
        t == 0 ? new Entry.OfInitialState(index) : new Entry.OfCell(Quantity.H, t - 1, index);
    return new Factor("h_prev[" + index + "]", trace.previousStates().get(t, index), source);
  }

  private Factor input(int t, int index) {
    double x = trace.input(t) == index ? 1 : 0;
    return new Factor("x[" + index + "]", x, new Entry.OfInput(t, index));
  }

  private Factor weight(String parameter, int row, int col) {
    double value = trace.weights(parameter).get(row, col);
    String symbol = notation.entry(parameter, row, col);
    return new Factor(symbol, value, new Entry.OfWeights(parameter, row, col));
  }
}
