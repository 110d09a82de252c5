package dev.backstep.trace.arithmetic;

import dev.backstep.net.Notation;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Factor;
import dev.backstep.trace.Term;
import dev.backstep.trace.Trace;
import dev.backstep.trace.UpdateRule;
import dev.backstep.trace.arithmetic.Derivation.Outer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes out what the optimiser did to one weight, from its gradient to the weight after: {@code
 * W2[3,5] − lr·g[3,5] / √(m[3,5] + ε)}.
 */
final class UpdateDerivation {
  private final Trace trace;
  private final UpdateRule rule;
  private final Entry.AtUpdate entry;
  private final String weight;
  private final String weightGradient;
  private final String index;
  private final Factor gradient;
  private final Map<String, Double> before = new LinkedHashMap<>();
  private final Map<String, Double> after = new LinkedHashMap<>();

  /** Where each number that the optimiser names stands. */
  private final Map<String, Entry> sources = new HashMap<>();

  private UpdateDerivation(Trace trace, UpdateRule rule, Notation notation, Entry.AtUpdate entry) {
    this.trace = trace;
    this.entry = entry;
    this.rule = rule;
    String parameter = entry.parameter();
    int row = entry.row();
    int col = entry.col();
    weight = notation.entry(parameter, row, col);
    weightGradient = notation.gradientEntry(trace.net().weight(parameter), row, col);
    index = notation.index(parameter, row, col);
    double seen = rule.clipped(trace.gradient(parameter).get(row, col));
    Entry seenGradient = new Entry.OfClipped(parameter, row, col);
    gradient = new Factor("g" + index, seen, seenGradient);
    rule.memoryBefore()
        .forEach((name, memory) -> before.put(name, memory.view(parameter).get(row, col)));
    before.keySet().forEach(name -> after.put(name, trace.memory(name, parameter).get(row, col)));
    sources.put(gradient.symbol(), seenGradient);
    before.keySet().forEach(name -> sources.put(name + index, memory(name)));
    corrected().keySet().forEach(name -> sources.put(name + index, memory(name)));
  }

  /** Null where it is not known how the weights came about. */
  static @Nullable Derivation of(Trace trace, Notation notation, Entry.AtUpdate entry) {
    UpdateRule rule = trace.update().rule();
    return rule == null ? null : new UpdateDerivation(trace, rule, notation, entry).write();
  }

  private Derivation write() {
    if (entry instanceof Entry.OfClipped) {
      return ClipDerivation.of(trace, rule, entry, weightGradient, index);
    }
    if (entry instanceof Entry.OfMemory memory) {
      return ofMemory(memory.memory());
    }
    Term change = linked(rule.change(index, gradient.value(), remembered()));
    if (entry instanceof Entry.OfChange) {
      double result = trace.change(entry.parameter()).get(entry.row(), entry.col());
      return derivation("Δ" + weight, change.symbol(), List.of(change), result, inStep());
    }
    Entry source = new Entry.OfWeights(entry.parameter(), entry.row(), entry.col());
    double weightBefore = trace.weights(entry.parameter()).get(entry.row(), entry.col());
    return derivation(
        weight,
        weight + " − " + change.symbol().substring(1),
        List.of(Term.of(new Factor(weight, weightBefore, source)), change),
        trace.weightsAfter(entry.parameter()).get(entry.row(), entry.col()),
        inStep());
  }

  private Derivation ofMemory(String name) {
    Term correction = corrected().get(name);
    List<Term> terms =
        correction == null
            ? rule.remembering(name, index, entryOf(before, name), gradient.value())
            : List.of(correction);
    double result = correction == null ? entryOf(after, name) : correction.value();
    String formula = terms.stream().map(Term::symbol).collect(Collectors.joining(" + "));
    List<Term> linked = terms.stream().map(this::linked).toList();
    List<Factor> where = correction == null ? List.of(gradient) : correctionConstants();
    return derivation(name + index, formula, linked, result, where);
  }

  private static double entryOf(Map<String, Double> memories, String name) {
    return Objects.requireNonNull(memories.get(name), name);
  }

  private List<Factor> correctionConstants() {
    return rule.constants().entrySet().stream()
        .filter(each -> each.getKey().startsWith("β") || each.getKey().equals("n"))
        .map(each -> new Factor(each.getKey(), each.getValue()))
        .toList();
  }

  private Derivation derivation(
      String name, String formula, List<Term> terms, double result, List<Factor> where) {
    return new Derivation(entry, name, formula, terms, new Outer.Sum(), result, where);
  }

  /** The numbers that the step is made of. */
  private List<Factor> inStep() {
    List<Factor> where = new ArrayList<>();
    where.add(gradient);
    after.forEach((name, value) -> where.add(new Factor(name + index, value, memory(name))));
    corrected()
        .forEach(
            (name, term) -> {
              String symbol = name + index + " = " + term.symbol();
              where.add(new Factor(symbol, term.value(), memory(name)));
            });
    rule.constants().forEach((name, value) -> where.add(new Factor(name, value)));
    return where;
  }

  private Term linked(Term term) {
    List<Factor> factors =
        term.factors().stream()
            .map(f -> new Factor(f.symbol(), f.value(), sources.get(f.symbol())))
            .toList();
    return new Term(factors, term.divisor());
  }

  private Map<String, Term> corrected() {
    return rule.corrected(index, remembered());
  }

  private double[] remembered() {
    return after.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  private Entry memory(String name) {
    return new Entry.OfMemory(name, entry.parameter(), entry.row(), entry.col());
  }
}
