package dev.backstep.ui.flow;

/**
 * Two timesteps, between which ∂h_later/∂h_earlier is looked at.
 *
 * @param later at least {@code earlier}
 */
record StatePair(int later, int earlier) {}
