package dev.backstep.trace;

/**
 * A stretch of one column of a heatmap: entries {@code from … until−1} of a quantity at a timestep.
 */
public record Light(Quantity quantity, int timestep, int from, int until) {
  public boolean contains(int index) {
    return index >= from && index < until;
  }
}
