package dev.backstep.model;

/**
 * How sequences are drawn from a network.
 *
 * @param temperature 1 draws from the softmax itself, less is more cautious; not used when greedy
 * @param greedy always takes the most probable character
 * @param maxLength the most characters drawn if the end mark does not come
 * @param seed the random numbers; sample i of one seed always sees the same ones
 */
public record SamplingSettings(double temperature, boolean greedy, int maxLength, long seed) {
  /**
   * @throws IllegalArgumentException if a setting is out of its range
   */
  public SamplingSettings {
    if (!(temperature >= 0.05 && temperature <= 5)) {
      throw new IllegalArgumentException(
          "the temperature is " + temperature + "; it must be 0.05 to 5");
    }
    if (maxLength < 1 || maxLength > 5000) {
      throw new IllegalArgumentException(
          "the maximal length is " + maxLength + "; it must be 1 to 5000");
    }
  }

  public static SamplingSettings defaults() {
    return new SamplingSettings(0.8, false, 30, 1);
  }
}
