package dev.backstep.training;

/**
 * The held-out loss in nats per character after a number of updates.
 *
 * @param loss with every sequence from h0 = 0, or from the h0 that is learned
 * @param ownState with every sequence from what the run begins sequences with in training
 */
public record HeldOutPoint(long updates, double loss, double ownState) {}
