package dev.backstep.experiment;

import dev.backstep.text.Corpus;
import dev.backstep.text.Sequence;
import dev.backstep.text.TextMode;
import java.util.HashMap;
import java.util.Map;

/**
 * The last three characters that most sequences of a text end with: "rus" for names of dinosaurs.
 *
 * @param characters empty where there is no such thing: in running text, whose windows end
 *     anywhere, and where all sequences are shorter
 */
public record CommonEnding(String characters) {
  /** Of a text that has none. */
  static final CommonEnding NONE = new CommonEnding("");

  private static final int LENGTH = 3;

  /** So many sequences say what is common; more would take seconds. */
  private static final int MOST_SEQUENCES = 100_000;

  /** The ending of a text; of equally common ones the first in the alphabet. */
  static CommonEnding of(Corpus corpus) {
    if (corpus.mode() instanceof TextMode.Windows) {
      return NONE;
    }
    Map<String, Integer> counts = new HashMap<>();
    int size = Math.min(corpus.sequences().size(), MOST_SEQUENCES);
    for (Sequence sequence : corpus.sequences().subList(0, size)) {
      if (sequence.length() >= LENGTH) {
        counts.merge(last(sequence.text()), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
        .map(most -> new CommonEnding(most.getKey()))
        .orElse(NONE);
  }

  private static String last(String text) {
    return text.substring(text.offsetByCodePoints(text.length(), -LENGTH));
  }

  /** Whether the text has one. */
  public boolean exists() {
    return !characters.isEmpty();
  }

  /** Whether a text ends with it. */
  boolean isEndOf(String text) {
    return exists() && text.endsWith(characters);
  }
}
