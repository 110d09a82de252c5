package dev.backstep.words;

import dev.backstep.words.MarkedLine.Piece;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * From the first word in which two lines differ to the last.
 *
 * @param begin how many words both begin with
 * @param end how many words both end with
 */
record DifferingWords(List<String> ours, List<String> theirs, int begin, int end) {
  private static final Pattern WORDS = Pattern.compile("\\w+|\\s+|[-+*/=@]+|.");

  /** A term or a factor with the operator that joins it to the rest of its line. */
  private static final Pattern JOINED =
      Pattern.compile("\\s*[-+*/@]+(\\s.*|\\w+)?|.*\\s[-+*/@]+\\s*");

  static DifferingWords between(String line, String other) {
    List<String> ours = words(line);
    List<String> theirs = words(other);
    int shorter = Math.min(ours.size(), theirs.size());
    int begin = 0;
    while (begin < shorter && ours.get(begin).equals(theirs.get(begin))) {
      begin++;
    }
    int end = 0;
    while (end < shorter - begin && fromEnd(ours, end).equals(fromEnd(theirs, end))) {
      end++;
    }
    return new DifferingWords(ours, theirs, begin, end).wholeFactor().wholeWords().wholeBrackets();
  }

  /** {@code (1 - z) *} and not {@code z) * (1 -}, where what is missing could be either. */
  private DifferingWords wholeFactor() {
    DifferingWords moved = this;
    while (!moved.hasWholeBrackets() && moved.canMove()) {
      moved = new DifferingWords(ours, theirs, moved.begin - 1, moved.end + 1);
    }
    return moved.hasWholeBrackets() ? moved : this;
  }

  /** Whether the stretch is as much one word further to the left. */
  private boolean canMove() {
    boolean isGap = differing(ours).isEmpty() || differing(theirs).isEmpty();
    String last = fromEnd(differing(ours).isEmpty() ? theirs : ours, end);
    return isGap && begin > 0 && ours.get(begin - 1).equals(last);
  }

  /** What is no term or factor of its own is marked with the word beside it. */
  private DifferingWords wholeWords() {
    DifferingWords wide = this;
    while (wide.begin + wide.end > 0
        && (wide.differing(ours).isBlank() || wide.differing(theirs).isBlank())
        && !wide.isJoined(ours)
        && !wide.isJoined(theirs)) {
      boolean isBesideWord = wide.end > 0 && isWord(fromEnd(ours, wide.end - 1));
      wide = wide.begin == 0 || isBesideWord ? wide.further(0, 1) : wide.further(1, 0);
    }
    return wide;
  }

  /** What is opened in it is closed in it, if the lines have it so. */
  private DifferingWords wholeBrackets() {
    DifferingWords wide = this;
    while (!wide.hasWholeBrackets() && wide.end > 0) {
      wide = wide.further(0, 1);
    }
    return wide.hasWholeBrackets() ? wide : this;
  }

  private DifferingWords further(int left, int right) {
    return new DifferingWords(ours, theirs, begin - left, end - right);
  }

  private boolean hasWholeBrackets() {
    return Brackets.areClosed(differing(ours)) && Brackets.areClosed(differing(theirs));
  }

  private boolean isJoined(List<String> words) {
    return JOINED.matcher(differing(words)).matches();
  }

  private String differing(List<String> words) {
    return join(words, begin, words.size() - end);
  }

  /** Our line, in the middle of it what differs. */
  List<Piece> pieces() {
    Piece before = new Piece(join(ours, 0, begin), false);
    Piece after = new Piece(join(ours, ours.size() - end, ours.size()), false);
    return Stream.of(before, new Piece(differing(ours), true), after)
        .filter(piece -> piece.isDiffering() || !piece.words().isEmpty())
        .toList();
  }

  private static List<String> words(String line) {
    return WORDS.matcher(line).results().map(MatchResult::group).toList();
  }

  private static String fromEnd(List<String> words, int place) {
    return words.get(words.size() - 1 - place);
  }

  private static boolean isWord(String word) {
    return Character.isLetterOrDigit(word.charAt(0));
  }

  private static String join(List<String> words, int from, int until) {
    return String.join("", words.subList(from, until));
  }
}
