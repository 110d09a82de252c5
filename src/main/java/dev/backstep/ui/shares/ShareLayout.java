package dev.backstep.ui.shares;

/**
 * The heights of bars on a linear axis through zero, which reaches to the largest and the smallest
 * part.
 *
 * @param top where the largest part ends
 * @param bottom where the smallest part ends
 */
record ShareLayout(double[] parts, double top, double bottom) {
  private double largest() {
    double largest = 0;
    for (double part : parts) {
      largest = Math.max(largest, Double.isFinite(part) ? part : 0);
    }
    return largest;
  }

  private double smallest() {
    double smallest = 0;
    for (double part : parts) {
      smallest = Math.min(smallest, Double.isFinite(part) ? part : 0);
    }
    return smallest;
  }

  /** Where a part ends; in the middle what is not finite, and all if there is none. */
  double y(double part) {
    double range = largest() - smallest();
    return range == 0 || !Double.isFinite(part)
        ? (top + bottom) / 2
        : top + (largest() - part) / range * (bottom - top);
  }

  double zero() {
    return y(0);
  }
}
