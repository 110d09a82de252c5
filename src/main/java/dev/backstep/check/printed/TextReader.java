package dev.backstep.check.printed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a notebook printed, as it is copied from its page, its file or a table: {@code
 * gradients["dWf"][3][1] = -0.0698198561274}. An array may go on over several lines, and a value
 * may stand on the line after its name.
 */
final class TextReader {
  private static final Pattern EXPECTED =
      Pattern.compile("\\W*expected\\s+(output|value)s?\\W*", Pattern.CASE_INSENSITIVE);

  private static final String NAME = "([A-Za-z_]\\w{0,60})";
  private static final Pattern HEAD =
      Pattern.compile(
          "\\s*(?:"
              + NAME
              + "\\s*\\[\\s*[\"']"
              + NAME
              + "[\"']\\s*\\]|"
              + NAME
              + ")((?:\\s*\\[\\s*-?\\d{1,6}(?:\\s*,\\s*-?\\d{1,6})*\\s*\\])*)"
              + "\\s*(\\.shape\\b)?\\s*([=:]*)(.*)",
          Pattern.DOTALL);
  private static final Pattern INDEX = Pattern.compile("-?\\d{1,6}");
  private static final Pattern VALUE =
      Pattern.compile(
          "\\s*(?:[+\\-\\[(.\\d]|(?:np\\.|numpy\\.)?\\w+\\(|[nN]a[nN]\\b|inf\\b).*",
          Pattern.DOTALL);

  /** A name may be followed by its value after so many lines that have nothing in them. */
  private static final int FURTHEST = 6;

  private final List<String> raw;
  private final List<String> clean;
  private final List<PrintedLine> lines = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private boolean beginsExpected;

  private TextReader(String text) {
    raw = text.lines().toList();
    clean = raw.stream().map(CleanLine::of).toList();
  }

  static PrintedText read(String text) {
    TextReader reader = new TextReader(text);
    int at = 0;
    while (at < reader.raw.size()) {
      at = reader.readFrom(at);
    }
    return new PrintedText(reader.lines, reader.leftOut);
  }

  /** Reads what begins at a line, and says which is next. */
  private int readFrom(int first) {
    String line = clean.get(first);
    if (EXPECTED.matcher(line).matches()) {
      beginsExpected = true;
      return first + 1;
    }
    if (CleanLine.saysNothing(line)) {
      return first + 1;
    }
    Matcher head = HEAD.matcher(line);
    if (!head.matches() || !isSetApart(head)) {
      return leaveOut(first);
    }
    int last = lastOf(first, head.group(7), !head.group(6).isEmpty());
    Optional<PrintedArray> value =
        last < 0 ? Optional.empty() : ArrayText.read(valueOf(first, last, head.group(7)));
    if (value.isEmpty()) {
      return leaveOut(first);
    }
    lines.add(line(head, value.get()));
    beginsExpected = false;
    return last + 1;
  }

  /** Without a sign between them a value is set apart from its name by a blank. */
  private static boolean isSetApart(Matcher head) {
    int value = head.start(7);
    return !head.group(6).isEmpty() || Character.isWhitespace(head.group().charAt(value - 1));
  }

  private int leaveOut(int line) {
    leftOut.add(raw.get(line).strip());
    return line + 1;
  }

  /** The line where the brackets of a value are closed; −1 if there is no value. */
  private int lastOf(int first, String begun, boolean mayFollow) {
    int last = first;
    String value = begun;
    while (CleanLine.saysNothing(value)) {
      last++;
      if (!mayFollow || last >= clean.size() || last > first + FURTHEST) {
        return -1;
      }
      value = clean.get(last);
    }
    if (last > first && !VALUE.matcher(value).matches()) {
      return -1;
    }
    int open = open(value);
    while (open > 0 && last + 1 < clean.size() && !isHead(clean.get(last + 1))) {
      last++;
      open += open(clean.get(last));
    }
    return open == 0 ? last : -1;
  }

  private static boolean isHead(String line) {
    Matcher head = HEAD.matcher(line);
    return head.matches() && !head.group(6).isEmpty();
  }

  private static int open(String text) {
    return (int) text.chars().filter(each -> each == '[').count()
        - (int) text.chars().filter(each -> each == ']').count();
  }

  private String valueOf(int first, int last, String begun) {
    List<String> pieces = new ArrayList<>(List.of(begun));
    pieces.addAll(clean.subList(first + 1, last + 1));
    return String.join(" ", pieces);
  }

  private PrintedLine line(Matcher head, PrintedArray value) {
    String name = head.group(2) == null ? head.group(3) : head.group(2);
    List<Integer> index =
        INDEX.matcher(head.group(4)).results().map(each -> Integer.valueOf(each.group())).toList();
    return new PrintedLine(name, index, head.group(5) != null, beginsExpected, value);
  }
}
