package dev.backstep.ui.run;

import dev.backstep.math.Series;

/**
 * The curve of a run from where it is no longer current: another branch, or the updates after the
 * one that was gone back to.
 *
 * @param branch the number of the branch
 * @param from the first update that differs
 * @param losses of the whole path, nats per character
 * @param smoothed as long
 * @param heldOutAt the updates of the held-out losses of the whole path
 * @param heldOut as long
 */
public record PastCurve(
    int branch, int from, Series losses, Series smoothed, Series heldOutAt, Series heldOut) {}
