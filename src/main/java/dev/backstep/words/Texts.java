package dev.backstep.words;

import dev.backstep.trace.arithmetic.ArithmeticWords;
import java.text.MessageFormat;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The words on the screen, from the resource bundle. */
public record Texts(ResourceBundle bundle) implements ArithmeticWords {
  /** The bundle that ships with the program. */
  public static Texts load() {
    return new Texts(ResourceBundle.getBundle("dev.backstep.words.messages"));
  }

  /** The text of a key, its {@code {0}}, {@code {1}} … filled in; whole numbers without commas. */
  public String of(String key, Object... values) {
    String pattern = bundle.getString(key);
    if (values.length == 0) {
      return pattern;
    }
    Object[] filled =
        Stream.of(values)
            .map(value -> value instanceof Integer ? String.valueOf(value) : value)
            .toArray();
    return new MessageFormat(pattern, bundle.getLocale()).format(filled);
  }

  /**
   * The text of a key with a count in it: that of {@code key.one} where the count is 1.
   *
   * @param values what is filled in; the count itself is not added
   */
  public String count(long count, String key, Object... values) {
    return of(count == 1 ? key + ".one" : key, values);
  }

  @Override
  public String more(int terms, String rest) {
    return of("words.arithmetic.more", terms, rest);
  }

  @Override
  public String where() {
    return of("words.arithmetic.where");
  }

  @Override
  public String faultyLine(String line) {
    return of("words.arithmetic.fault", line);
  }
}
