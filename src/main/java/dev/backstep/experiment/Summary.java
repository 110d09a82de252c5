package dev.backstep.experiment;

/**
 * One line of the table: a measure over all pairs that did not diverge.
 *
 * @param difference {@code b − a}, pair by pair
 */
public record Summary(Measure measure, Estimate a, Estimate b, Estimate difference) {}
