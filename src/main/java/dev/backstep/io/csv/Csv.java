package dev.backstep.io.csv;

import dev.backstep.math.Numbers;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table as comma-separated values after RFC 4180: lines end with CRLF, and a field with a comma,
 * a quote or a line end in it stands in quotes, its own quotes doubled. A text that a spreadsheet
 * would take for a formula has an apostrophe before it, which spreadsheets read as “this is text”.
 */
final class Csv {
  private static final String LINE_END = "\r\n";

  /** The beginnings of formulas; some spreadsheets take the wide forms for the same. */
  private static final String FORMULA_BEGINNINGS = "=+-@\t\r\n＝＋－＠";

  /** The form of numbers here, which may begin with a sign. */
  private static final Pattern NUMBER = Pattern.compile("-?(\\d++(\\.\\d++)?(E-?\\d++)?|Infinity)");

  private final StringBuilder text = new StringBuilder();

  /** Adds a line. */
  Csv line(List<String> fields) {
    text.append(fields.stream().map(Csv::asText).map(Csv::quoted).collect(Collectors.joining(",")))
        .append(LINE_END);
    return this;
  }

  /** A number with as many digits as it takes to read the same double back. */
  static String number(double value) {
    return Numbers.full(value);
  }

  /** A sign alone is a character of a text, and no formula anywhere. */
  private static String asText(String field) {
    boolean canBeFormula = field.length() > 1 && FORMULA_BEGINNINGS.indexOf(field.charAt(0)) >= 0;
    return canBeFormula && !NUMBER.matcher(field).matches() ? "'" + field : field;
  }

  private static String quoted(String field) {
    boolean isPlain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return isPlain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
