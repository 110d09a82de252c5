package dev.backstep.math;

import java.util.regex.Pattern;

/**
 * Numbers as people type them, in options and fields alike: a sign, decimal digits, a point, an
 * exponent. What Java alone takes for a number, {@code 1d}, {@code 0x1p3}, {@code NaN} or digits of
 * other scripts, is none, nor is one that no double is large enough for.
 */
public final class TypedNumber {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d++(\\.\\d*+)?|\\.\\d++)([eE][+-]?\\d++)?");

  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d++");

  private TypedNumber() {}

  /**
   * A finite number.
   *
   * @throws NumberFormatException if it is not written as one
   */
  public static double decimal(String typed) {
    double value = Double.parseDouble(written(typed, DECIMAL));
    if (Double.isInfinite(value)) {
      throw new NumberFormatException(typed);
    }
    return value;
  }

  /**
   * A whole number.
   *
   * @throws NumberFormatException if it is not written as one, or has no room in 64 bits
   */
  public static long whole(String typed) {
    return Long.parseLong(written(typed, WHOLE));
  }

  /**
   * A whole number.
   *
   * @throws NumberFormatException if it is not written as one, or has no room in 32 bits
   */
  public static int smallWhole(String typed) {
    return Integer.parseInt(written(typed, WHOLE));
  }

  /** The program writes a true minus sign, so what is copied from it has one. */
  private static String written(String typed, Pattern pattern) {
    String plain = typed.strip().replace('−', '-');
    if (!pattern.matcher(plain).matches()) {
      throw new NumberFormatException(typed);
    }
    return plain;
  }
}
