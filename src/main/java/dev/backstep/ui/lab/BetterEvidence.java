package dev.backstep.ui.lab;

import dev.backstep.fault.evidence.Evidence;
import dev.backstep.fault.evidence.Specimen;
import dev.backstep.model.WeakEvidence;
import dev.backstep.text.Sequence;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The changes that turn numbers on which a fault could hide into better evidence. */
public enum BetterEvidence {
  /** Another h0 than zeros. */
  RANDOM_H0,
  /** A sequence of the data in which there is a before and an after. */
  LONGER_SEQUENCE,
  /** Weights for which tanh is neither straight nor flat. */
  RANDOM_WEIGHTS;

  /** From so many timesteps on every fault in time has room to be seen. */
  static final int LONG_ENOUGH = 4;

  private static final int USUAL_LENGTH = 10;

  /** Millions of sequences are not gone through for one. */
  private static final int MOST_LOOKED_AT = 1000;

  /** Those that the weaknesses of some evidence ask for. */
  static Set<BetterEvidence> against(Evidence evidence) {
    Set<BetterEvidence> needed = EnumSet.noneOf(BetterEvidence.class);
    for (WeakEvidence weakness : evidence.weaknesses()) {
      needed.add(
          switch (weakness) {
            case ZERO_H0 -> RANDOM_H0;
            case ONE_TIMESTEP -> LONGER_SEQUENCE;
            case TINY_WEIGHTS, SYMMETRIC_W2, SATURATED -> RANDOM_WEIGHTS;
          });
    }
    if (evidence.length() < LONG_ENOUGH) {
      needed.add(LONGER_SEQUENCE);
    }
    return needed;
  }

  /**
   * The specimen with what is wanted in the place of what it has.
   *
   * @param words of the data; of those of about ten characters the first is taken
   */
  Specimen applyTo(Specimen specimen, List<Sequence> words, long seed) {
    return switch (this) {
      case RANDOM_H0 -> specimen.withRandomH0(seed);
      case RANDOM_WEIGHTS -> specimen.withRandomWeights(seed);
      case LONGER_SEQUENCE -> {
        Sequence word = usual(words);
        yield specimen.withSequence(word.inputs(), word.targets());
      }
    };
  }

  /** T of the sequence that {@link #LONGER_SEQUENCE} takes. */
  static int usualLength(List<Sequence> words) {
    return usual(words).length();
  }

  private static Sequence usual(List<Sequence> words) {
    return words.stream()
        .limit(MOST_LOOKED_AT)
        .min(Comparator.comparingInt(word -> Math.abs(word.length() - USUAL_LENGTH)))
        .orElseThrow();
  }
}
