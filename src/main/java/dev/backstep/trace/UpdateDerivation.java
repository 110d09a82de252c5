package dev.backstep.trace;

import java.util.ArrayList;
import java.util.List;

/** Writes out how the optimiser came to one weight: {@code W2[3,5] − lr·g[3,5] / √(m[3,5] + ε)}. */
final class UpdateDerivation {
  private final Trace trace;
  private final Notation notation;
  private final UpdateRule rule;

  UpdateDerivation(Trace trace, Notation notation) {
    this.trace = trace;
    this.notation = notation;
    rule = trace.update().rule();
  }

  /** Null where it is not known how the weights came about. */
  Derivation of(Entry.OfUpdate entry) {
    if (rule == null) {
      return null;
    }
    int row = entry.row();
    int col = entry.col();
    String name = notation.name(entry.parameter()) + index(entry);
    Factor weight =
        new Factor(
            name,
            trace.weights(entry.parameter()).get(row, col),
            new Entry.OfWeights(entry.parameter(), row, col));
    Term step = step(entry);
    return new Derivation(
        entry,
        name,
        name + " − " + step.symbol().substring(1),
        List.of(Term.of(weight), step),
        new Derivation.Outer.Sum(),
        trace.weightsAfter(entry.parameter()).get(row, col),
        where(entry));
  }

  /** The step with the gradient in it as a link to where that was accumulated. */
  private Term step(Entry.OfUpdate entry) {
    Factor gradient = gradient(entry);
    Term step = rule.step(index(entry), gradient.value(), remembered(entry));
    List<Factor> factors =
        step.factors().stream()
            .map(factor -> factor.symbol().equals(gradient.symbol()) ? gradient : factor)
            .toList();
    return new Term(factors, step.divisor());
  }

  private Factor gradient(Entry.OfUpdate entry) {
    Entry source = new Entry.OfAccumulator(entry.parameter(), 0, entry.row(), entry.col());
    double total = trace.gradient(entry.parameter()).get(entry.row(), entry.col());
    return new Factor("g" + index(entry), rule.clipped(total), source);
  }

  private double[] remembered(Entry.OfUpdate entry) {
    return rule.memory().values().stream()
        .mapToDouble(memory -> memory.view(entry.parameter()).get(entry.row(), entry.col()))
        .toArray();
  }

  private List<Factor> where(Entry.OfUpdate entry) {
    List<Factor> where = new ArrayList<>();
    where.add(gradient(entry));
    double[] remembered = remembered(entry);
    int i = 0;
    for (String name : rule.memory().keySet()) {
      where.add(new Factor(name + index(entry), remembered[i], null));
      i++;
    }
    rule.constants().forEach((name, value) -> where.add(new Factor(name, value, null)));
    return where;
  }

  private String index(Entry.OfUpdate entry) {
    return notation.index(
        entry.parameter(), String.valueOf(entry.row()), String.valueOf(entry.col()));
  }
}
