package dev.backstep.trace;

import org.jspecify.annotations.Nullable;

/**
 * One number in a written-out sum.
 *
 * @param symbol how it is called in the formula
 * @param value the number
 * @param source where it stands, so that it can be followed; null for a constant
 */
public record Factor(String symbol, double value, @Nullable Entry source) {
  /** A constant. */
  public Factor(String symbol, double value) {
    this(symbol, value, null);
  }
}
