package dev.backstep.text;

/** A text from a file as it can stand in a sentence, whatever the file holds. */
public final class Excerpt {
  private static final int LONGEST = 80;
  private static final String REPLACEMENT = "\uFFFD";

  private Excerpt() {}

  /** The text, its beginning if it is long, with a replacement for what would break the line. */
  public static String of(String text) {
    boolean isLong = text.codePointCount(0, text.length()) > LONGEST;
    String begin = isLong ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…" : text;
    return begin.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", REPLACEMENT);
  }
}
