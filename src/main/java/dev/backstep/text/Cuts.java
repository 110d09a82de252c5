package dev.backstep.text;

/**
 * Where the sequences lie in the stream of ids. Sequence i has the inputs {@code begin(i) …
 * end(i)−1}; its targets are the same places moved by one, so they are never stored.
 */
interface Cuts {
  int count();

  int begin(int sequence);

  int end(int sequence);

  /** T of the longest sequence. */
  default int longest() {
    int longest = 0;
    for (int i = 0; i < count(); i++) {
      longest = Math.max(longest, end(i) - begin(i));
    }
    return longest;
  }

  /** One sequence up to each end mark of so many ids. */
  static Cuts atEndMarks(short[] ids, int length) {
    int count = 0;
    for (int i = 0; i < length; i++) {
      count += ids[i] == Vocabulary.END ? 1 : 0;
    }
    int[] ends = new int[count];
    int found = 0;
    for (int i = 0; i < length; i++) {
      if (ids[i] == Vocabulary.END) {
        ends[found++] = i;
      }
    }
    return new AtEndMarks(ends);
  }

  /** Windows of T inputs of a stream of {@code inputs} characters and one end mark. */
  static Cuts windows(int inputs, int length) {
    return new EveryLength(inputs, length);
  }

  /** Sequence i begins behind the end mark of the one before. */
  record AtEndMarks(int[] ends) implements Cuts {
    @Override
    public int count() {
      return ends.length;
    }

    @Override
    public int begin(int sequence) {
      return sequence == 0 ? 0 : ends[sequence - 1] + 1;
    }

    @Override
    public int end(int sequence) {
      return ends[sequence];
    }
  }

  /** Computed, as with T = 1 there are as many windows as characters. */
  record EveryLength(int inputs, int length) implements Cuts {
    @Override
    public int count() {
      return (inputs - 1) / length + 1;
    }

    @Override
    public int begin(int sequence) {
      return sequence * length;
    }

    @Override
    public int end(int sequence) {
      return Math.min(inputs, begin(sequence) + length);
    }
  }
}
