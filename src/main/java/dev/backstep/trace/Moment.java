package dev.backstep.trace;

import dev.backstep.net.Phase;

/**
 * One place of the timeline: what happens, and at which cell the cursor stands. The loss belongs to
 * the last cell and the update to the first, where the backward pass ended.
 */
public record Moment(Phase phase, int timestep) {}
