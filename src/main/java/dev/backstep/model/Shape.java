package dev.backstep.model;

import dev.backstep.net.Axis;
import dev.backstep.net.Net;
import dev.backstep.net.Vanilla;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which net it is, and its sizes: V characters and H hidden units. */
public record Shape(Net net, int vocabulary, int hidden) {
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

  /** The vanilla net. */
  public Shape(int vocabulary, int hidden) {
    this(Vanilla.NET, vocabulary, hidden);
  }

  /** How many entries an axis has; a bias has one row. */
  public int size(@Nullable Axis axis) {
    return axis == null ? 1 : axis == Axis.CHARACTERS ? vocabulary : hidden;
  }
}
