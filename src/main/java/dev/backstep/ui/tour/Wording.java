package dev.backstep.ui.tour;

import dev.backstep.words.Texts;
import java.util.List;

/**
 * A sentence of the bundle with the numbers that belong into it.
 *
 * @param key in the bundle
 * @param values in the order in which it names them
 */
record Wording(String key, List<Object> values) {
  private static final String CHAPTER = "tour.chapter.";

  /** A sentence of a chapter. */
  static Wording of(String chapter, String ending, Object... values) {
    return new Wording(CHAPTER + chapter + "." + ending, List.of(values));
  }

  /** The same sentence in other words, if the bundle has them, for what is not usual. */
  Wording special(Texts texts, String ending) {
    String special = key + "." + ending;
    return texts.bundle().containsKey(special) ? new Wording(special, values) : this;
  }

  String in(Texts texts) {
    return texts.of(key, values.toArray());
  }
}
