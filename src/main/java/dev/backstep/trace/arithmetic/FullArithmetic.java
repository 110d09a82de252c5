package dev.backstep.trace.arithmetic;

import dev.backstep.math.Numbers;
import dev.backstep.trace.Term;
import dev.backstep.trace.arithmetic.Derivation.Outer;
import java.util.Locale;
import java.util.stream.Collectors;

/** A derivation on one line with every digit, from which its number can be computed again. */
record FullArithmetic(Derivation derivation) {
  String line() {
    String sum =
        derivation.terms().stream().map(FullArithmetic::product).collect(Collectors.joining(" + "));
    String where =
        derivation.where().stream()
            .map(factor -> "; " + factor.symbol() + " = " + Numbers.full(factor.value()))
            .collect(Collectors.joining());
    String result = Numbers.full(derivation.result());
    String start = derivation.name() + " = " + derivation.formula();
    if (derivation.outer() instanceof Outer.Softmax softmax) {
      return String.format(
          Locale.ROOT,
          "%s; %s = %s; %s = %s%s",
          start,
          softmax.logit(),
          sum,
          derivation.name(),
          result,
          where);
    }
    if (derivation.outer() instanceof Outer.FaultyLine wrong) {
      return String.format(Locale.ROOT, "%s = %s  # %s", derivation.name(), result, wrong.line());
    }
    OuterWords outer = OuterWords.of(derivation);
    return String.format(
        Locale.ROOT,
        "%s %s%s%s = %s%s",
        start,
        outer.opening(),
        sum,
        outer.closing(),
        result,
        where);
  }

  private static String product(Term term) {
    String product =
        term.factors().stream()
            .map(factor -> Numbers.full(factor.value()))
            .collect(Collectors.joining(" * "));
    return term.divisor() == null
        ? product
        : product + " / " + Numbers.full(term.divisor().value());
  }
}
