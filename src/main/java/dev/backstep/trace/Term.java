package dev.backstep.trace;

import java.util.List;
import java.util.stream.Collectors;

/** One summand of a written-out sum: a number or a product of numbers. */
public record Term(List<Factor> factors) {
  public Term {
    factors = List.copyOf(factors);
  }

  public static Term of(Factor... factors) {
    return new Term(List.of(factors));
  }

  /** The product, from left to right as the engine multiplies. */
  public double value() {
    double product = factors.get(0).value();
    for (Factor factor : factors.subList(1, factors.size())) {
      product *= factor.value();
    }
    return product;
  }

  /** {@code h_prev[2]·W2[2,3]}. */
  public String symbol() {
    return factors.stream().map(Factor::symbol).collect(Collectors.joining("·"));
  }
}
