package dev.backstep.trace;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One summand of a written-out sum: a number or a product of numbers.
 *
 * @param divisor what the product is divided by; null for nothing
 */
public record Term(List<Factor> factors, @Nullable Factor divisor) {
  public Term {
    factors = List.copyOf(factors);
  }

  public static Term of(Factor... factors) {
    return new Term(List.of(factors), null);
  }

  /** The same product, divided. */
  public Term over(Factor by) {
    return new Term(factors, by);
  }

  /** The product, from left to right as the engine multiplies, and then the division. */
  public double value() {
    double product = factors.get(0).value();
    for (Factor factor : factors.subList(1, factors.size())) {
      product *= factor.value();
    }
    return divisor == null ? product : product / divisor.value();
  }

  /** {@code h_prev[2]·W2[2,3]}. */
  public String symbol() {
    String product = factors.stream().map(Factor::symbol).collect(Collectors.joining("·"));
    return divisor == null ? product : product + " / " + divisor.symbol();
  }
}
