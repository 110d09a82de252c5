package dev.backstep.io;

import dev.backstep.math.Numbers;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as comma-separated values after RFC 4180: lines end with CRLF, and a field with a comma,
 * a quote or a line end in it stands in quotes, its own quotes doubled.
 */
final class Csv {
  private static final String LINE_END = "\r\n";

  private final StringBuilder text = new StringBuilder();

  /** Adds a line. */
  Csv line(List<String> fields) {
    text.append(fields.stream().map(Csv::quoted).collect(Collectors.joining(","))).append(LINE_END);
    return this;
  }

  /** A number with as many digits as it takes to read the same double back. */
  static String number(double value) {
    return Numbers.full(value);
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
