package dev.backstep.ui.tour;

import java.util.OptionalDouble;

/** A number as people type it: {@code 0.125}, {@code −0,5}, {@code 1/8}, {@code 50 %}. */
final class TypedNumber {
  private TypedNumber() {}

  /** The number; nothing if it is none. */
  static OptionalDouble of(String typed) {
    String text = typed.strip().replace('−', '-').replace(',', '.');
    boolean isPercent = text.endsWith("%");
    String[] parts = (isPercent ? text.substring(0, text.length() - 1) : text).split("/", -1);
    if (parts.length > 2) {
      return OptionalDouble.empty();
    }
    try {
      double number = Double.parseDouble(parts[0]);
      double divisor = parts.length == 2 ? Double.parseDouble(parts[1]) : 1;
      double value = number / divisor / (isPercent ? 100 : 1);
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
