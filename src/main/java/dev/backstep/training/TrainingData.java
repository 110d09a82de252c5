package dev.backstep.training;

import dev.backstep.math.SeededRandom;
import dev.backstep.text.Corpus;
import dev.backstep.text.Heap;
import dev.backstep.text.Sequence;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/**
 * A corpus with a part of its sequences held out, to judge by what training has not seen.
 *
 * @param train what is trained on, in the order of the file
 * @param heldOut the others
 * @param seed that decided what is held out; it also decides the order of training, so that runs on
 *     one data see the same sequences in the same order, whatever else their seeds decide
 */
public record TrainingData(Corpus corpus, List<Sequence> train, List<Sequence> heldOut, long seed) {
  /**
   * Up to this many sequences are kept as objects, so that an update allocates nothing. Millions of
   * short ones, or long ones that take more than this part of the memory, would fill it; those are
   * made when their turn comes.
   */
  private static final int KEPT = 200_000;

  private static final int PARTS_OF_HEAP = 8;

  /** An input and a target as numbers, and a character of text. */
  private static final long BYTES_OF_A_CHARACTER = 2 * Integer.BYTES + 1;

  /**
   * Holds out a share, chosen at random with the seed; at least one sequence is left to train on.
   */
  public static TrainingData split(Corpus corpus, double heldOutShare, long seed) {
    int size = corpus.sequences().size();
    int[] order = IntStream.range(0, size).toArray();
    SeededRandom.forPurpose(seed, "held-out").shuffle(order);
    int heldOutCount = Math.min((int) (size * heldOutShare), size - 1);
    return new TrainingData(
        corpus,
        choose(corpus, Arrays.copyOfRange(order, heldOutCount, size)),
        choose(corpus, Arrays.copyOf(order, heldOutCount)),
        seed);
  }

  private static List<Sequence> choose(Corpus corpus, int[] indices) {
    Arrays.sort(indices);
    List<Sequence> chosen = new Chosen(corpus.sequences(), indices);
    boolean isKept =
        indices.length <= KEPT
            && corpus.length() * BYTES_OF_A_CHARACTER <= Heap.part(PARTS_OF_HEAP);
    return isKept ? List.copyOf(chosen) : chosen;
  }

  /** Some sequences of a list, not copied. */
  private static final class Chosen extends AbstractList<Sequence> implements RandomAccess {
    private final List<Sequence> all;
    private final int[] indices;

    Chosen(List<Sequence> all, int[] indices) {
      this.all = all;
      this.indices = indices;
    }

    @Override
    public Sequence get(int index) {
      return all.get(indices[index]);
    }

    @Override
    public int size() {
      return indices.length;
    }
  }

  /**
   * Only itself: every run has its own, which is how the screen knows that another one began. It
   * also spares comparing millions of sequences.
   */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
