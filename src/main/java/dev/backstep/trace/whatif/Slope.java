package dev.backstep.trace.whatif;

/**
 * What the loss does when one number of a net is changed, beside what its gradient says.
 *
 * @param step by how much the number is changed
 * @param change of the loss, computed by running the net again
 * @param bothWays the slope between as much less and as much more, {@code (L(p+s) − L(p−s)) / 2s}
 * @param gradient that the backward pass of the unchanged net has for the number
 */
public record Slope(double step, double change, double bothWays, double gradient) {
  /** The change of the loss per unit of the number. */
  public double perUnit() {
    return change / step;
  }
}
