package dev.backstep.math;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** The form of numbers on the screen and in copies from it. */
public final class Numbers {
  private static final char NARROW_NO_BREAK_SPACE = 0x202f;
  private static final double SMALLEST_PLAIN = 1e-4;
  private static final double LARGEST_PLAIN = 1e6;
  private static final int TYPED = 6;
  private static final int LONGEST_PLAIN = 12;

  /** With so many digits no two doubles are written alike. */
  private static final int FULL = 17;

  private Numbers() {}

  /** Six significant digits with a true minus sign: {@code −0.830458}, {@code 3.00000e−7}. */
  public static String six(double value) {
    return significant(value, 6);
  }

  /**
   * Six significant digits, and as many more as it takes to be written otherwise than another
   * number that is not the same: {@code 552.35271} beside {@code 552.35284}.
   */
  public static String apart(double value, double other) {
    int digits = 6;
    while (value != other
        && digits < FULL
        && significant(value, digits).equals(significant(other, digits))) {
      digits++;
    }
    return significant(value, digits);
  }

  /** Three significant digits, for axes and scales where space is short. */
  public static String three(double value) {
    return significant(value, 3);
  }

  /**
   * As it is typed into a field: {@code 0.1}, {@code 5}, {@code 0.002}; with an exponent where that
   * would be long, {@code 1e-300}. Reads back as the same double.
   */
  public static String plain(double value) {
    String plain = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    return plain.length() <= LONGEST_PLAIN ? plain : withExponent(value);
  }

  private static String withExponent(double value) {
    return Double.toString(value).replaceFirst("\\.0(?=E|$)", "").replace('E', 'e');
  }

  /** As it is typed if that is short, {@code 0.1} or {@code 1e−8}, else six digits. */
  public static String typed(double value) {
    String typed = withExponent(value);
    return typed.length() <= TYPED ? typed.replace('-', '−') : six(value);
  }

  /**
   * A count with its thousands set apart by a narrow space, at which no line breaks: {@code 20
   * 000}.
   */
  public static String grouped(long count) {
    return String.format(Locale.ROOT, "%,d", count).replace(',', NARROW_NO_BREAK_SPACE);
  }

  /** Very short, where there is room for four characters: {@code 1.51}, {@code 3e−7}. */
  public static String brief(double value) {
    double magnitude = Math.abs(value);
    boolean isPlain = value == 0 || (magnitude >= 0.00995 && magnitude < 9999.5);
    String format = !isPlain ? "%.0e" : magnitude < 99.995 ? "%.2f" : "%.0f";
    String written = String.format(Locale.ROOT, format, value);
    return written.replaceFirst("e\\+?(-?)0*", "e$1").replace('-', '−');
  }

  /** With so many decimals: {@code 1.471}. Zeros have no sign, whatever was rounded to them. */
  public static String decimals(double value, int places) {
    if (!Double.isFinite(value)) {
      return three(value);
    }
    String written = String.format(Locale.ROOT, "%." + places + "f", value);
    return isZero(written) ? written.replace("-", "") : written.replace('-', '−');
  }

  private static boolean isZero(String written) {
    return written.chars().noneMatch(c -> c >= '1' && c <= '9');
  }

  /**
   * A difference, with its sign: {@code +0.100}, {@code −0.012}; nothing at all is {@code 0}, and
   * {@code 0.000} what is less than the decimals tell.
   */
  public static String signed(double value, int places) {
    String written = value == 0 ? "0" : decimals(value, places);
    return value > 0 && (Double.isInfinite(value) || !isZero(written)) ? "+" + written : written;
  }

  /** A probability: {@code 6.1%}, {@code 35%}. */
  public static String percent(double probability) {
    return String.format(
        Locale.ROOT, probability < 0.0995 ? "%.1f%%" : "%.0f%%", 100 * probability);
  }

  /** As many digits as it takes to read the same double back, in ASCII: for copying. */
  public static String full(double value) {
    return Double.toString(value);
  }

  private static String significant(double value, int digits) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    if (value == 0) {
      return "0";
    }
    // What is written decides, not what was given: 999999.5 is written with seven places.
    BigDecimal rounded = new BigDecimal(value, new MathContext(digits, RoundingMode.HALF_EVEN));
    double magnitude = Math.abs(rounded.doubleValue());
    boolean isPlain = magnitude >= SMALLEST_PLAIN && magnitude < LARGEST_PLAIN;
    return (isPlain ? fixed(rounded, digits) : scientific(rounded, digits)).replace('-', '−');
  }

  private static String fixed(BigDecimal rounded, int digits) {
    int decimals = Math.max(0, digits - rounded.precision() + rounded.scale());
    return rounded.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString();
  }

  private static String scientific(BigDecimal rounded, int digits) {
    int exponent = rounded.precision() - rounded.scale() - 1;
    BigDecimal mantissa = rounded.scaleByPowerOfTen(-exponent);
    return mantissa.setScale(digits - 1, RoundingMode.UNNECESSARY).toPlainString() + "e" + exponent;
  }
}
