package dev.backstep.check.printed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a number or an array as Python and NumPy print it: {@code −0.5}, {@code [0.1 0.2]}, {@code
 * array([[1., 2.]])}, {@code np.float64(0.5)}.
 *
 * <p>NumPy prints all numbers of an array with as many decimals, and leaves zeros at the end off:
 * the number that has most says how many there are.
 */
final class ArrayText {
  private static final int DEEPEST = 8;
  private static final Pattern NUMBER =
      Pattern.compile(
          "([+-]?)(?:(\\d++)(\\.\\d*+)?|(\\.\\d++))(?:[eE]([+-]?\\d{1,4}))?(…|\\.\\.\\.)?"
              + "|([+-]?)(nan|inf)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WRAPPER =
      Pattern.compile("(?:np\\.|numpy\\.)?(?:array|float64|float32|tensor)\\(");
  private static final Pattern END_OF_WRAPPER =
      Pattern.compile("\\s*(?:,\\s*\\w+\\s*=\\s*[\\w.]+\\s*)*\\)");
  private static final Pattern SPACE = Pattern.compile("[\\s,]*+");
  private static final Pattern END = Pattern.compile("[\\s,;.|]*+");

  /** A number, and how many decimals its digits before the exponent have; −1 for none at all. */
  private record Digits(
      String text, double value, int decimals, int exponent, boolean isCut, boolean isScientific) {
    PrintedNumber rounded(int places) {
      double unit = decimals < 0 ? 0 : Double.parseDouble("1e" + (exponent - places));
      return new PrintedNumber(text, value, isCut ? 2 * unit : unit);
    }
  }

  /** What an array turns out not to be. */
  private static final class NotOneException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private final Matcher at;
  private final String text;
  private final List<Digits> found = new ArrayList<>();
  private int place;

  private ArrayText(String text) {
    this.text = text;
    at = NUMBER.matcher(text);
  }

  /** What is printed, if all of a text is that and nothing else. */
  static Optional<PrintedArray> read(String text) {
    try {
      return Optional.of(new ArrayText(text).whole());
    } catch (NotOneException e) {
      return Optional.empty();
    }
  }

  private PrintedArray whole() throws NotOneException {
    skip(SPACE);
    List<Integer> sizes = value(0);
    skip(END);
    if (place < text.length()) {
      throw new NotOneException();
    }
    return new PrintedArray(
        sizes, found.stream().map(each -> each.rounded(decimals(each.isScientific()))).toList());
  }

  /** The most that a number with an exponent has, or one without. */
  private int decimals(boolean isScientific) {
    return found.stream()
        .filter(each -> each.isScientific() == isScientific)
        .mapToInt(Digits::decimals)
        .max()
        .orElse(0);
  }

  private List<Integer> value(int depth) throws NotOneException {
    if (depth > DEEPEST) {
      throw new NotOneException();
    }
    if (skip(WRAPPER)) {
      List<Integer> sizes = value(depth + 1);
      require(skip(END_OF_WRAPPER));
      return sizes;
    }
    if (place < text.length() && text.charAt(place) == '[') {
      return entries(depth, ']');
    }
    if (depth == 0 && place < text.length() && text.charAt(place) == '(') {
      return entries(depth, ')');
    }
    number();
    return List.of();
  }

  private List<Integer> entries(int depth, char end) throws NotOneException {
    place++;
    int count = 0;
    List<Integer> sizes = Collections.emptyList();
    skip(SPACE);
    while (place < text.length() && text.charAt(place) != end) {
      List<Integer> each = value(depth + 1);
      require(count == 0 || each.equals(sizes));
      sizes = each;
      count++;
      int before = place;
      skip(SPACE);
      require(place > before || "[]()".indexOf(charAt(place)) >= 0);
    }
    require(place < text.length());
    place++;
    List<Integer> all = new ArrayList<>(List.of(count));
    all.addAll(sizes);
    return all;
  }

  private char charAt(int index) {
    return index < text.length() ? text.charAt(index) : ' ';
  }

  private void number() throws NotOneException {
    at.region(place, text.length());
    require(at.lookingAt());
    place = at.end();
    found.add(at.group(8) == null ? digits() : word());
  }

  private Digits digits() {
    String fraction = at.group(4) != null ? at.group(4) : at.group(3) == null ? "" : at.group(3);
    boolean isScientific = at.group(5) != null;
    int exponent = isScientific ? Integer.parseInt(at.group(5)) : 0;
    String cut = at.group(6);
    String written =
        at.group().substring(0, at.group().length() - (cut == null ? 0 : cut.length()));
    int decimals = Math.max(0, fraction.length() - 1);
    return new Digits(
        written, Double.parseDouble(written), decimals, exponent, cut != null, isScientific);
  }

  private Digits word() {
    boolean isInfinite = at.group(8).toLowerCase(Locale.ROOT).equals("inf");
    double size = isInfinite ? Double.POSITIVE_INFINITY : Double.NaN;
    return new Digits(at.group(), at.group(7).equals("-") ? -size : size, -1, 0, false, false);
  }

  private boolean skip(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(place, text.length());
    boolean isThere = matcher.lookingAt();
    if (isThere) {
      place = matcher.end();
    }
    return isThere;
  }

  private static void require(boolean isSo) throws NotOneException {
    if (!isSo) {
      throw new NotOneException();
    }
  }
}
