package dev.backstep.ui.parts;

/**
 * The result of a check at one square of a {@link CheckGrid}.
 *
 * @param error the relative error where it differs, 0 … 1 or NaN; 0 elsewhere
 */
public record CheckMark(Kind kind, double error) {
  /** Right, wrong, within rounding, or nothing to check. */
  public enum Kind {
    AGREES,
    DIFFERS,
    CANNOT_BE_JUDGED,
    NOT_SUPPLIED
  }

  public static final CheckMark AGREES = new CheckMark(Kind.AGREES, 0);
  public static final CheckMark CANNOT_BE_JUDGED = new CheckMark(Kind.CANNOT_BE_JUDGED, 0);
  public static final CheckMark NOT_SUPPLIED = new CheckMark(Kind.NOT_SUPPLIED, 0);

  public static CheckMark differs(double error) {
    return new CheckMark(Kind.DIFFERS, error);
  }

  /** The error in two characters, {@code .4}; a sign where it is smaller or not a number. */
  String brief() {
    if (Double.isNaN(error)) {
      return "?";
    }
    long tenths = Math.round(10 * error);
    return tenths == 0 ? "≠" : tenths >= 10 ? "1" : "." + tenths;
  }
}
