package dev.backstep.trace.arithmetic;

/**
 * The value of one summand of an equation in one number: of {@code dh_prev[3]} that which comes
 * back through one gate.
 *
 * @param summand as it stands in the equation: {@code da_i·W2_iᵀ}
 */
public record Subtotal(String summand, double value) {}
