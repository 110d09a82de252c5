package dev.backstep.check.reading;

import dev.backstep.check.submission.SubmissionException;
import dev.backstep.math.NdArray;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A word as the sequence of a file that has an array of characters: {@code chars}, or {@code
 * vocab}, one a character id. Where one of them is the empty text or the line break it is the end
 * mark, and the target after the last character; else the last character is only a target.
 */
public final class Spelling {
  private static final int LINE_BREAK = '\n';

  private final String source;
  private final Map<String, NdArray> arrays;

  public Spelling(String source, Map<String, NdArray> arrays) {
    this.source = source;
    this.arrays = arrays;
  }

  /**
   * The arrays with the word in the place of x and y.
   *
   * @throws SubmissionException if there are no characters, or the word has others
   */
  public Map<String, NdArray> with(String word) throws SubmissionException {
    int[] characters = characters();
    int[] ids = word.codePoints().toArray();
    for (int t = 0; t < ids.length; t++) {
      ids[t] = id(characters, ids[t], t);
    }
    int end = Math.max(index(characters, 0), index(characters, LINE_BREAK));
    if (ids.length < (end < 0 ? 2 : 1)) {
      throw new SubmissionException(
          source,
          String.format(
              Locale.ROOT,
              "the word “%s” is too short; it must have at least %s",
              word,
              end < 0 ? "2 characters" : "1 character"));
    }
    int length = end < 0 ? ids.length - 1 : ids.length;
    int[] targets = Arrays.copyOfRange(ids, 1, length + 1);
    if (end >= 0) {
      targets[length - 1] = end;
    }
    Map<String, NdArray> spelt = new LinkedHashMap<>(arrays);
    spelt.put("x", NdArray.of(Arrays.copyOf(ids, length)));
    spelt.put("y", NdArray.of(targets));
    return spelt;
  }

  private int[] characters() throws SubmissionException {
    for (String name : KnownDialect.others("chars")) {
      NdArray array = arrays.get(name);
      if (array != null && array.kind() == NdArray.Kind.CHARACTER) {
        return Arrays.stream(array.values()).mapToInt(value -> (int) value).toArray();
      }
    }
    throw new SubmissionException(
        source,
        "it does not say which character has which id; save chars=np.array(list(...)), one"
            + " character for each of the V ids, or x and y");
  }

  private int id(int[] characters, int codePoint, int t) throws SubmissionException {
    int id = index(characters, codePoint);
    if (id < 0) {
      throw new SubmissionException(
          source,
          String.format(
              Locale.ROOT,
              "the character “%s” at position %d of the word is not %s",
              Character.toString(codePoint),
              t + 1,
              characters.length == 1
                  ? "its only character"
                  : "one of its " + characters.length + " characters"));
    }
    return id;
  }

  private static int index(int[] characters, int codePoint) {
    for (int id = 0; id < characters.length; id++) {
      if (characters[id] == codePoint) {
        return id;
      }
    }
    return -1;
  }
}
