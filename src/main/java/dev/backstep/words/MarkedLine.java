package dev.backstep.words;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A line of code, and what of it another line has otherwise.
 *
 * @param before what both begin with
 * @param differing what only this one has, in whole words; empty where the other has a term or a
 *     factor more: what stands here is right, and something is missing
 * @param after what both end with
 */
public record MarkedLine(String before, String differing, String after) {
  /** Stands where a term is missing; no-break spaces, so that an underline shows below them. */
  private static final String GAP = "\u00A0\u00A0\u00A0";

  private static final Pattern PIECES = Pattern.compile("\\w+|\\s+|[-+*/=@]+|.");

  /** A term or a factor with the operator that joins it to the rest of its line. */
  private static final Pattern JOINED =
      Pattern.compile("\\s*[-+*/@]+(\\s.*|\\w+)?|.*\\s[-+*/@]+\\s*");

  /** Compares a line with another, word by word. */
  public static MarkedLine of(String line, String other) {
    List<String> ours = pieces(line);
    List<String> theirs = pieces(other);
    int shorter = Math.min(ours.size(), theirs.size());
    int begin = 0;
    while (begin < shorter && ours.get(begin).equals(theirs.get(begin))) {
      begin++;
    }
    int end = 0;
    while (end < shorter - begin && fromEnd(ours, end).equals(fromEnd(theirs, end))) {
      end++;
    }
    while (begin + end > 0
        && (isBlank(ours, begin, end) || isBlank(theirs, begin, end))
        && !isJoined(ours, begin, end)
        && !isJoined(theirs, begin, end)) {
      boolean isBesideWord = end > 0 && isWord(fromEnd(ours, end - 1));
      if (begin == 0 || isBesideWord) {
        end--;
      } else {
        begin--;
      }
    }
    return new MarkedLine(
        join(ours, 0, begin),
        join(ours, begin, ours.size() - end),
        join(ours, ours.size() - end, ours.size()));
  }

  /** The part marked on the screen: what differs, or a gap where something is missing. */
  public String marked() {
    return differing.isBlank() ? GAP : differing;
  }

  private static List<String> pieces(String line) {
    return PIECES.matcher(line).results().map(MatchResult::group).toList();
  }

  private static String fromEnd(List<String> pieces, int place) {
    return pieces.get(pieces.size() - 1 - place);
  }

  private static boolean isWord(String piece) {
    return Character.isLetterOrDigit(piece.charAt(0));
  }

  private static boolean isBlank(List<String> pieces, int begin, int end) {
    return join(pieces, begin, pieces.size() - end).isBlank();
  }

  private static boolean isJoined(List<String> pieces, int begin, int end) {
    return JOINED.matcher(join(pieces, begin, pieces.size() - end)).matches();
  }

  private static String join(List<String> pieces, int from, int until) {
    return String.join("", pieces.subList(from, until));
  }
}
