package dev.backstep.model;

import java.util.Locale;

/** The sizes of a network: V characters and H hidden units. */
public record Shape(int vocabulary, int hidden) {
  /**
   * @throws IllegalArgumentException if a size is less than 1
   */
  public Shape {
    if (vocabulary < 1 || hidden < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "V is %d and H is %d; both must be at least 1", vocabulary, hidden));
    }
  }
}
