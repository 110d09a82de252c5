package dev.backstep.math;

/**
 * Smooths a growing row of numbers by an exponential moving average with bias correction.
 *
 * <p>For the finite numbers x₁, x₂, … and a decay β: {@code mₖ = β mₖ₋₁ + (1−β) xₖ}, {@code wₖ = β
 * wₖ₋₁ + (1−β)} with m₀ = w₀ = 0, and the smoothed number is {@code sₖ = mₖ / wₖ}. As wₖ = 1 − βᵏ
 * this is the corrected average of D. P. Kingma and J. Ba, "Adam", ICLR 2015, section 3; s₁ = x₁.
 *
 * <p>A number that is not finite changes nothing: there the last smoothed number is repeated (NaN
 * if there was none), so the smoothed row is always as long as the raw one. It has the unit of the
 * raw numbers, and does not depend on how these were cut into blocks.
 */
public final class Smoothing {
  private final double decay;
  private final Series smoothed = new Series();
  private double weightedSum;
  private double weight;

  /**
   * @param decay β: the part of the old average that is kept; about 1/(1−β) numbers count
   * @throws IllegalArgumentException if β is not in [0, 1)
   */
  public Smoothing(double decay) {
    if (!(decay >= 0 && decay < 1)) {
      throw new IllegalArgumentException(
          "the decay of the smoothing is " + decay + "; it must be at least 0 and less than 1");
    }
    this.decay = decay;
  }

  /** The smoothed numbers, one for each raw number; it grows with every block. */
  public Series series() {
    return smoothed;
  }

  public void add(double raw) {
    if (Double.isFinite(raw)) {
      weightedSum = decay * weightedSum + (1 - decay) * raw;
      weight = decay * weight + (1 - decay);
    }
    smoothed.add(weight > 0 ? weightedSum / weight : Double.NaN);
  }

  /** Adds the numbers of a block in their order. The block is not modified. */
  public void addAll(double[] block) {
    for (double raw : block) {
      add(raw);
    }
  }

  /** Forgets everything, and smooths these numbers instead. */
  public void restart(Series raw) {
    clear();
    for (int i = 0; i < raw.size(); i++) {
      add(raw.get(i));
    }
  }

  /** Forgets everything; β stays. */
  public void clear() {
    smoothed.clear();
    weightedSum = 0;
    weight = 0;
  }
}
