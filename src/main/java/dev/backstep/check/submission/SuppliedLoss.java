package dev.backstep.check.submission;

import java.util.OptionalDouble;

/**
 * The loss, as far as it was supplied.
 *
 * @param perTimestep T losses in nats; empty if there are none
 * @param whole a single number, the sum or the mean over the timesteps
 */
public record SuppliedLoss(double[] perTimestep, OptionalDouble whole) {}
