package dev.backstep.words;

import dev.backstep.check.submission.Dialect;
import java.util.Locale;

/** The lines of Python that save what a program computed, none longer than 80 characters. */
public record PythonLines(Texts texts) {
  /** The lines for a program that has these names. */
  public String of(Dialect dialect) {
    return texts.of("words.python." + id(dialect));
  }

  /** Which programs have these names. */
  public String title(Dialect dialect) {
    return texts.of("words.dialect." + id(dialect));
  }

  private static String id(Dialect dialect) {
    return dialect.name().toLowerCase(Locale.ROOT);
  }
}
