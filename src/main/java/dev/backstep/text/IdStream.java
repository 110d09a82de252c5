package dev.backstep.text;

import java.util.Arrays;

/**
 * The whole text as ids, two bytes each, with the end mark after every sequence that has one. While
 * it is written, ids are numbers in the order of first appearance; {@link #finish} renumbers them
 * in place once all characters are known, so that the bytes are decoded only once.
 */
final class IdStream {
  private final Utf8Text text;
  private final short[] idOf = new short[Character.MAX_CODE_POINT + 1];
  private final int[] appeared = new int[Vocabulary.MAX_CHARACTERS];
  private int characters;
  private short[] ids;
  private int length;

  /**
   * @param text what is being read, asked for the place when something is refused
   * @param capacity the most ids there can be
   */
  IdStream(Utf8Text text, int capacity) {
    this.text = text;
    ids = new short[capacity];
  }

  void add(int codePoint) throws CorpusException {
    int id = idOf[codePoint];
    ids[length++] = (short) (id == 0 ? newId(codePoint) : id);
  }

  void addEnd() {
    ids[length++] = Vocabulary.END;
  }

  boolean isEmpty() {
    return length == 0;
  }

  private int newId(int codePoint) throws CorpusException {
    if (characters == Vocabulary.MAX_CHARACTERS) {
      throw text.refusal(
          Characters.describe(codePoint)
              + " is the "
              + (characters + 1)
              + "st different character, and at most "
              + Vocabulary.MAX_CHARACTERS
              + " are allowed");
    }
    appeared[characters++] = codePoint;
    idOf[codePoint] = (short) characters;
    return characters;
  }

  /** The characters that came, in ascending order; the ids become those of this vocabulary. */
  Vocabulary finish() {
    int[] ascending = Arrays.copyOf(appeared, characters);
    Arrays.sort(ascending);
    Vocabulary vocabulary = new Vocabulary(ascending);
    short[] renumbered = new short[characters + 1];
    for (int i = 0; i < characters; i++) {
      renumbered[i + 1] = (short) vocabulary.idOf(appeared[i]);
    }
    if (length < ids.length / 2) {
      ids = Arrays.copyOf(ids, length);
    }
    for (int i = 0; i < length; i++) {
      ids[i] = renumbered[ids[i]];
    }
    return vocabulary;
  }

  /** The array itself, in which there may be room behind the stream. */
  short[] ids() {
    return ids;
  }

  /** The number of ids in the stream. */
  int length() {
    return length;
  }
}
