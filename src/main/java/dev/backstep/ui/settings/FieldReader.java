package dev.backstep.ui.settings;

import dev.backstep.math.TypedNumber;
import dev.backstep.words.Texts;
import java.math.BigDecimal;

/**
 * Reads typed numbers. What cannot be read is refused with an {@link IllegalArgumentException} that
 * names the field, by its key in the texts, and what was typed.
 */
public record FieldReader(Texts texts) {
  double number(String key, String typed) {
    try {
      return TypedNumber.decimal(typed.replace(',', '.'));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(refusal("settings.not-a-number", key, typed), e);
    }
  }

  public long whole(String key, String typed) {
    try {
      long value = TypedNumber.whole(typed);
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
