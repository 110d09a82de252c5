package dev.backstep.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The characters a net knows, as ids 0 … V−1: id 0 is the end mark, then the code points follow in
 * ascending order. A character is a Unicode code point, so an emoji is one character.
 */
public final class Vocabulary {
  /** The id of the end mark. */
  public static final int END = 0;

  /** The most characters there may be beside the end mark. */
  public static final int MAX_CHARACTERS = 2000;

  private static final String END_LABEL = "⏎";

  private final int[] codePoints;

  /** The array is taken over: at least one code point, ascending, without repetition. */
  Vocabulary(int[] ascending) {
    codePoints = ascending;
  }

  /**
   * The vocabulary of the different characters of a text, in whatever order they stand there.
   *
   * @throws IllegalArgumentException if there is none or there are more than {@value
   *     #MAX_CHARACTERS}
   */
  public static Vocabulary of(String text) {
    int[] ascending = text.codePoints().sorted().distinct().toArray();
    if (ascending.length == 0 || ascending.length > MAX_CHARACTERS) {
      throw new IllegalArgumentException(
          "The vocabulary has "
              + ascending.length
              + " characters; it must have from 1 to "
              + MAX_CHARACTERS
              + ".");
    }
    return new Vocabulary(ascending);
  }

  /** All characters in the order of their ids, without the end mark; {@link #of} reads it again. */
  public String characters() {
    return new String(codePoints, 0, codePoints.length);
  }

  /** V, the number of ids: all characters and the end mark. */
  public int size() {
    return codePoints.length + 1;
  }

  /**
   * The id of a character.
   *
   * @throws IllegalArgumentException if it is not known
   */
  public int idOf(int codePoint) {
    int found = Arrays.binarySearch(codePoints, codePoint);
    if (found < 0) {
      throw new IllegalArgumentException(unknown(codePoint, ""));
    }
    return found + 1;
  }

  public boolean contains(int codePoint) {
    return Arrays.binarySearch(codePoints, codePoint) >= 0;
  }

  /** The sign for an id: ⏎ for the end mark, ␣ for the blank, else something one can see. */
  public String label(int id) {
    return id == END ? END_LABEL : Characters.label(codePoint(id));
  }

  /** The character itself; nothing for the end mark. */
  public String character(int id) {
    return id == END ? "" : Character.toString(codePoint(id));
  }

  /** The labels of all ids, in order. */
  public List<String> labels() {
    List<String> labels = new ArrayList<>(size());
    for (int id = 0; id < size(); id++) {
      labels.add(label(id));
    }
    return List.copyOf(labels);
  }

  /**
   * A typed word as a sequence: inputs c1 … cn, targets c2 … cn and the end mark.
   *
   * @throws IllegalArgumentException if it is empty or has a character that is not known; the
   *     position in the message is counted in characters from 1
   */
  public Sequence encode(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException(
          "The word is empty; it must have at least one of the "
              + codePoints.length
              + " known characters.");
    }
    int[] inputs = text.codePoints().toArray();
    for (int t = 0; t < inputs.length; t++) {
      if (!contains(inputs[t])) {
        throw new IllegalArgumentException(unknown(inputs[t], " at position " + (t + 1)));
      }
      inputs[t] = idOf(inputs[t]);
    }
    int[] targets = Arrays.copyOfRange(inputs, 1, inputs.length + 1);
    targets[inputs.length - 1] = END;
    return new Sequence(text, inputs, targets);
  }

  /** The text of the first {@code count} ids; end marks among them add nothing. */
  public String decode(int[] ids, int count) {
    StringBuilder text = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      if (ids[i] != END) {
        text.appendCodePoint(codePoint(ids[i]));
      }
    }
    return text.toString();
  }

  private int codePoint(int id) {
    if (id < 1 || id >= size()) {
      throw new IndexOutOfBoundsException("id " + id + "; ids are from 0 to " + (size() - 1));
    }
    return codePoints[id - 1];
  }

  private String unknown(int codePoint, String where) {
    return "The character "
        + Characters.describe(codePoint)
        + where
        + " is not one of the "
        + codePoints.length
        + " known characters.";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Vocabulary that && Arrays.equals(codePoints, that.codePoints);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(codePoints);
  }

  @Override
  public String toString() {
    return "Vocabulary" + labels();
  }
}
