package dev.backstep.model;

/** The sizes of a network: V characters and H hidden units. */
public record Shape(int vocabulary, int hidden) {
  /**
   * @throws IllegalArgumentException if a size is less than 1
   */
  public Shape {
    if (vocabulary < 1 || hidden < 1) {
      throw new IllegalArgumentException(
          "V is %d and H is %d; both must be at least 1".formatted(vocabulary, hidden));
    }
  }
}
