package dev.backstep.trace.arithmetic;

import dev.backstep.math.Numbers;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Factor;
import dev.backstep.trace.Term;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of an arithmetic as they are written: six digits, or a question mark for what is not
 * to be seen yet.
 */
record Digits(Predicate<Entry> covered) {
  static final String COVER = "?";

  boolean isCovered(@Nullable Entry entry) {
    return entry != null && covered.test(entry);
  }

  private boolean isCovered(Factor factor) {
    return isCovered(factor.source());
  }

  boolean isCovered(Term term) {
    return term.factors().stream().anyMatch(this::isCovered);
  }

  /** A constant as it is typed. */
  String of(Factor factor) {
    if (isCovered(factor)) {
      return COVER;
    }
    return factor.source() == null ? Numbers.typed(factor.value()) : Numbers.six(factor.value());
  }

  /** Its product; zero has the sign that it is added with. */
  String of(Term term) {
    if (isCovered(term)) {
      return COVER;
    }
    boolean isNegativeZero = term.value() == 0 && Math.copySign(1, term.value()) < 0;
    return isNegativeZero ? "−0" : Numbers.six(term.value());
  }
}
