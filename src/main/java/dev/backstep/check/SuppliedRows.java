package dev.backstep.check;

import dev.backstep.trace.Quantity;

/**
 * A quantity of every timestep, as the program that is checked computed it.
 *
 * @param name what the file calls it
 * @param rows (T, H) or (T, V)
 */
public record SuppliedRows(String name, Quantity quantity, double[][] rows) {}
