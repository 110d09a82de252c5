package dev.backstep.training;

/**
 * Where a run stopped making finite numbers.
 *
 * @param update the number of updates done before it
 * @param timestep the first timestep whose loss is not finite, or the first in the order of the
 *     backward pass whose gradient is not
 * @param inLoss true if the loss is not finite, false if only the gradient is not
 */
public record Divergence(long update, int timestep, boolean inLoss) {}
