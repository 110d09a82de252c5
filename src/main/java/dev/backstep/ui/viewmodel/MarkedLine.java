package dev.backstep.ui.viewmodel;

/**
 * A line of code, and what of it another line has otherwise.
 *
 * @param before what both begin with
 * @param differing what only this one has; whole words
 * @param after what both end with
 */
public record MarkedLine(String before, String differing, String after) {
  /** Compares a line with another, word by word. */
  public static MarkedLine of(String line, String other) {
    int shorter = Math.min(line.length(), other.length());
    int begin = 0;
    while (begin < shorter && line.charAt(begin) == other.charAt(begin)) {
      begin++;
    }
    int end = 0;
    while (end < shorter - begin
        && line.charAt(line.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    boolean isOnlyLonger = begin + end == shorter;
    begin = wordBegin(line, isOnlyLonger ? begin - 1 : begin);
    end = Math.min(line.length() - begin, wordEnd(line, end));
    return new MarkedLine(
        line.substring(0, begin),
        line.substring(begin, line.length() - end),
        line.substring(line.length() - end));
  }

  /** Back to where the word begins of which a place is within. */
  private static int wordBegin(String line, int place) {
    int begin = Math.max(0, place);
    while (begin > 0
        && begin < line.length()
        && isWord(line.charAt(begin - 1))
        && isWord(line.charAt(begin))) {
      begin--;
    }
    return begin;
  }

  /** The same from the end of the line. */
  private static int wordEnd(String line, int fromEnd) {
    int end = fromEnd;
    while (end > 0
        && end < line.length()
        && isWord(line.charAt(line.length() - end))
        && isWord(line.charAt(line.length() - end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isWord(char character) {
    return Character.isLetterOrDigit(character) || character == '_';
  }
}
