package dev.backstep.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * A text as training data: its sequences and the vocabulary of all of them. Immutable, and safe to
 * read from any thread.
 *
 * <p>It holds two bytes for each character and, with one sequence a line, four for each line;
 * sequences are made when they are asked for. A file of 50 MB with 25 million lines takes 200 MB
 * this way and would take 3 GB as objects.
 */
public final class Corpus {
  private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

  private final String name;
  private final TextMode mode;
  private final Vocabulary vocabulary;
  private final short[] ids;

  /** The place of the last end mark among the ids. */
  private final int end;

  private final List<Sequence> sequences;
  private final List<String> notes;
  private final int longest;
  private final double[] firstLetterCounts;

  Corpus(
      String name,
      TextMode mode,
      Vocabulary vocabulary,
      short[] ids,
      Cuts cuts,
      List<String> notes) {
    this.name = name;
    this.mode = mode;
    this.vocabulary = vocabulary;
    this.ids = ids;
    this.notes = List.copyOf(notes);
    sequences = new Sequences(vocabulary, ids, cuts);
    end = cuts.end(cuts.count() - 1);
    longest = cuts.longest();
    firstLetterCounts = new double[vocabulary.size()];
    for (int i = 0; i < cuts.count(); i++) {
      firstLetterCounts[ids[cuts.begin(i)]]++;
    }
  }

  /** The file name, without its folders. */
  public String name() {
    return name;
  }

  public TextMode mode() {
    return mode;
  }

  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /**
   * All sequences in the order of the file, at least one. Unmodifiable, with fast access to every
   * place; each access makes a new, equal sequence.
   */
  public List<Sequence> sequences() {
    return sequences;
  }

  /**
   * A text in UTF-8 that is read as this corpus again: the one that it was read from, but for what
   * was passed over.
   */
  public byte[] utf8() {
    byte[][] characters = new byte[vocabulary.size()][];
    Arrays.setAll(characters, this::utf8);
    byte[] first = characters[ids[0]];
    // One mark is passed over at the beginning; this one is a character of the text.
    byte[] mark = Arrays.equals(first, BYTE_ORDER_MARK) ? first : new byte[0];
    int length = mark.length;
    for (int i = 0; i < end; i++) {
      length += characters[ids[i]].length;
    }
    ByteBuffer text = ByteBuffer.allocate(length).put(mark);
    for (int i = 0; i < end; i++) {
      text.put(characters[ids[i]]);
    }
    return text.array();
  }

  private byte[] utf8(int id) {
    String character = id == Vocabulary.END ? "\n" : vocabulary.character(id);
    return character.getBytes(StandardCharsets.UTF_8);
  }

  /** The notes on what was passed over or read otherwise than it stands, a sentence each. */
  public List<String> notes() {
    return notes;
  }

  /** The number of characters of all sequences, with the end marks. */
  public int length() {
    return end + 1;
  }

  /** T of the longest sequence. */
  public int longest() {
    return longest;
  }

  /** The number of sequences beginning with each id, (V); the end mark begins none. A copy. */
  public double[] firstLetterCounts() {
    return firstLetterCounts.clone();
  }

  private static final class Sequences extends AbstractList<Sequence> implements RandomAccess {
    private final Vocabulary vocabulary;
    private final short[] ids;
    private final Cuts cuts;

    Sequences(Vocabulary vocabulary, short[] ids, Cuts cuts) {
      this.vocabulary = vocabulary;
      this.ids = ids;
      this.cuts = cuts;
    }

    @Override
    public int size() {
      return cuts.count();
    }

    @Override
    public Sequence get(int index) {
      Objects.checkIndex(index, size());
      int begin = cuts.begin(index);
      int[] inputs = new int[cuts.end(index) - begin];
      int[] targets = new int[inputs.length];
      for (int t = 0; t < inputs.length; t++) {
        inputs[t] = ids[begin + t];
        targets[t] = ids[begin + t + 1];
      }
      return new Sequence(vocabulary.decode(inputs, inputs.length), inputs, targets);
    }
  }
}
