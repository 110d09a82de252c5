package dev.backstep.trace.arithmetic;

import dev.backstep.math.Numbers;
import dev.backstep.net.Equation;
import dev.backstep.net.Expr;
import dev.backstep.net.Notation;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Factor;
import dev.backstep.trace.Term;
import dev.backstep.trace.Trace;
import java.util.stream.Collectors;

/**
 * The computation of a number on one short line, for a pointer that moves over many: the names of
 * what it is made of with their values, and only the names of a long sum.
 */
public record BriefArithmetic(Trace trace, Notation notation) {
  /** {@code = (e·W3)[5] −0.0725 + dh_later[5] 0.0500}; empty for what is given. */
  public String of(Entry entry) {
    Derivations derivations = new Derivations(trace, notation);
    if (entry instanceof Entry.OfCell cell) {
      if (trace.net().given().contains(cell.quantity())) {
        return "";
      }
      Equation equation = trace.net().equation(cell.quantity());
      if (isLong(equation.right()) || equation.isHandedOver()) {
        return "= " + derivations.formula(equation, cell.timestep(), cell.index());
      }
    }
    if (entry instanceof Entry.OfAccumulator sum) {
      return "= " + derivations.formula(sum);
    }
    Derivation derivation = derivations.of(entry);
    return derivation == null ? "" : "= " + written(derivation);
  }

  /** Whether it adds up a product for each unit or each character. */
  private static boolean isLong(Expr right) {
    return right
        .all()
        .anyMatch(
            each ->
                each instanceof Expr.Softmax
                    || (each instanceof Expr.Times times && times.vector() instanceof Expr.Of));
  }

  private static String written(Derivation derivation) {
    if (derivation.terms().isEmpty()) {
      return derivation.formula();
    }
    OuterWords outer = OuterWords.of(derivation);
    StringBuilder sum = new StringBuilder();
    for (Term term : derivation.terms()) {
      boolean isTaken = isTaken(term);
      if (isTaken || !sum.isEmpty()) {
        sum.append(isTaken ? " − " : " + ");
      }
      sum.append(isTaken ? taken(term.factors().get(0)) : written(term));
    }
    return outer.opening().replaceFirst("^= ", "") + sum + outer.closing();
  }

  /** Whether a term is a number with a minus before it: {@code (−y[3])}. */
  private static boolean isTaken(Term term) {
    return term.factors().size() == 1
        && term.divisor() == null
        && term.factors().get(0).symbol().startsWith("(−");
  }

  private static String taken(Factor factor) {
    String symbol = factor.symbol().substring(2, factor.symbol().length() - 1);
    return symbol + " " + Numbers.three(-factor.value());
  }

  private static String written(Term term) {
    String product =
        term.factors().stream().map(BriefArithmetic::written).collect(Collectors.joining(" · "));
    Factor divisor = term.divisor();
    return divisor == null ? product : product + " / " + written(divisor);
  }

  private static String written(Factor factor) {
    return factor.source() == null
        ? factor.symbol()
        : factor.symbol() + " " + Numbers.three(factor.value());
  }
}
