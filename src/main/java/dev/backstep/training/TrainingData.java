package dev.backstep.training;

import dev.backstep.math.SeededRandom;
import dev.backstep.text.Corpus;
import dev.backstep.text.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A corpus with a part of its sequences held out, to judge by what training has not seen. */
public record TrainingData(Corpus corpus, List<Sequence> train, List<Sequence> heldOut) {
  public TrainingData {
    train = List.copyOf(train);
    heldOut = List.copyOf(heldOut);
  }

  /**
   * Holds out a share, chosen at random with the seed; at least one sequence is left to train on.
   */
  public static TrainingData split(Corpus corpus, double heldOutShare, long seed) {
    List<Sequence> all = corpus.sequences();
    int[] order = IntStream.range(0, all.size()).toArray();
    SeededRandom.forPurpose(seed, "held-out").shuffle(order);
    int count = Math.min((int) (all.size() * heldOutShare), all.size() - 1);
    boolean[] isHeldOut = new boolean[all.size()];
    for (int i = 0; i < count; i++) {
      isHeldOut[order[i]] = true;
    }
    List<Sequence> train = new ArrayList<>();
    List<Sequence> heldOut = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      (isHeldOut[i] ? heldOut : train).add(all.get(i));
    }
    return new TrainingData(corpus, train, heldOut);
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
