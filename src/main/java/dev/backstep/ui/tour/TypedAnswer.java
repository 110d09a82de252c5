package dev.backstep.ui.tour;

import dev.backstep.math.TypedNumber;
import java.util.OptionalDouble;

/** A number as an answer: also {@code 1/8}, {@code 50 %} and with a decimal comma. */
final class TypedAnswer {
  private TypedAnswer() {}

  /** The number; nothing if it is none. */
  static OptionalDouble of(String typed) {
    String text = typed.strip().replace(',', '.');
    boolean isPercent = text.endsWith("%");
    String[] parts = (isPercent ? text.substring(0, text.length() - 1) : text).split("/", -1);
    if (parts.length > 2) {
      return OptionalDouble.empty();
    }
    try {
      double divisor = parts.length == 2 ? TypedNumber.decimal(parts[1]) : 1;
      double value = TypedNumber.decimal(parts[0]) / divisor / (isPercent ? 100 : 1);
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
