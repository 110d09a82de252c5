package dev.backstep.ui.viewmodel;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Reads numbers that somebody typed. What cannot be read is refused with an {@link
 * IllegalArgumentException} that names the field, by its key in the texts, and what was typed.
 */
record FieldReader(Texts texts) {
  /** As people write numbers; Java has other ways, such as {@code 1d} and {@code 0x1p3}. */
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+([.,]\\d*)?|[.,]\\d+)([eE][+-]?\\d+)?");

  double number(String key, String typed) {
    if (!NUMBER.matcher(typed.strip()).matches()) {
      throw new IllegalArgumentException(refusal("settings.not-a-number", key, typed));
    }
    return Double.parseDouble(typed.strip().replace(',', '.'));
  }

  long whole(String key, String typed) {
    try {
      long value = Long.parseLong(typed.strip());
      return key.equals("settings.seed") ? value : Math.toIntExact(value);
    } catch (NumberFormatException | ArithmeticException e) {
      throw new IllegalArgumentException(refusal("settings.not-a-whole-number", key, typed), e);
    }
  }

  /** A share of 0 to 0.9 that was typed in percent. */
  double share(String key, String typed) {
    double percent = number(key, typed);
    if (!(percent >= 0 && percent <= 90)) {
      throw new IllegalArgumentException(refusal("settings.not-a-share", key, typed));
    }
    return BigDecimal.valueOf(percent).movePointLeft(2).doubleValue();
  }

  /** In decimals: 100 · 0.07 would be shown as 7.000000000000001. */
  static String percent(double share) {
    return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
  }

  private String refusal(String message, String key, String typed) {
    return texts.of(message, texts.of(key), typed);
  }
}
