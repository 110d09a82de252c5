package dev.backstep.io.csv;

import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated values as RFC 4180 has them, to prove that what is written is. */
final class CsvReader {
  private final String text;
  private int at;

  private CsvReader(String text) {
    this.text = text;
  }

  static List<List<String>> read(String text) {
    CsvReader reader = new CsvReader(text);
    List<List<String>> lines = new ArrayList<>();
    while (reader.at < text.length()) {
      lines.add(reader.line());
    }
    return lines;
  }

  private List<String> line() {
    List<String> fields = new ArrayList<>(List.of(field()));
    while (at < text.length() && text.charAt(at) == ',') {
      at++;
      fields.add(field());
    }
    if (!text.startsWith("\r\n", at)) {
      throw new IllegalArgumentException("no line end at " + at);
    }
    at += 2;
    return fields;
  }

  private String field() {
    StringBuilder field = new StringBuilder();
    if (!text.startsWith("\"", at)) {
      while (",\r\n\"".indexOf(text.charAt(at)) < 0) {
        field.append(text.charAt(at++));
      }
      return field.toString();
    }
    at++;
    while (text.charAt(at) != '"' || text.startsWith("\"\"", at)) {
      at += text.charAt(at) == '"' ? 1 : 0;
      field.append(text.charAt(at++));
    }
    at++;
    return field.toString();
  }
}
