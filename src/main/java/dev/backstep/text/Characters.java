package dev.backstep.text;

import java.util.Locale;

/** The sign of a single code point, so that no character is ever drawn as nothing. */
final class Characters {
  private static final int CONTROL_PICTURES = 0x2400;
  private static final String DOTTED_CIRCLE = "\u25CC";

  private Characters() {}

  /** Blanks that are left out at the end of a line. */
  static boolean isBlank(int codePoint) {
    return codePoint == ' ' || codePoint == '\t';
  }

  /** The character itself, or a visible symbol for one that would not be seen. */
  static String label(int codePoint) {
    return switch (codePoint) {
      case ' ' -> "␣";
      case '\n' -> "↵";
      case '\t' -> "⇥";
      default -> labelByKind(codePoint);
    };
  }

  private static String labelByKind(int codePoint) {
    if (codePoint < ' ') {
      return Character.toString(CONTROL_PICTURES + codePoint);
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          unicodeName(codePoint);
      // A combining mark needs something to stand on, or it would sit on its neighbour.
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK ->
          DOTTED_CIRCLE + Character.toString(codePoint);
      default -> Character.toString(codePoint);
    };
  }

  /** For messages: the visible symbol with its number, as in {@code é (U+00E9)}. */
  static String describe(int codePoint) {
    String label = label(codePoint);
    String name = unicodeName(codePoint);
    return label.equals(name) ? name : label + " (" + name + ")";
  }

  private static String unicodeName(int codePoint) {
    String digits = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
    return "U+" + "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }
}
