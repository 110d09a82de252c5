package dev.backstep.ui.shell;

import dev.backstep.math.SeededRandom;
import dev.backstep.model.Example;
import dev.backstep.model.Initialization;
import dev.backstep.model.Parameters;
import dev.backstep.model.Shape;
import dev.backstep.net.Net;
import dev.backstep.net.Vanilla;
import dev.backstep.text.Sequence;
import dev.backstep.text.Vocabulary;
import dev.backstep.trace.Trace;
import dev.backstep.trace.Update;

/** Small traces for tests. */
public final class Traces {
  private static final Vocabulary VOCABULARY = Vocabulary.of("abc");

  private Traces() {}

  /** Of a word over a … c on a net with three hidden units and seeded weights. */
  public static Trace of(String word) {
    Sequence sequence = VOCABULARY.encode(word);
    return of(sequence.inputs(), sequence.targets(), 3);
  }

  /** The same on another net. */
  public static Trace of(String word, Net net) {
    Sequence sequence = VOCABULARY.encode(word);
    return of(net, sequence.inputs(), sequence.targets(), 3);
  }

  /** The same with as many hidden units as there are characters, the end mark among them. */
  public static Trace withAsManyUnits(String word) {
    Sequence sequence = VOCABULARY.encode(word);
    return of(sequence.inputs(), sequence.targets(), VOCABULARY.size());
  }

  /** The same, with targets that are told: each letter one of a … c. */
  public static Trace of(String word, String targets) {
    return of(VOCABULARY.encode(word).inputs(), ids(targets), 3);
  }

  private static int[] ids(String letters) {
    return letters.chars().map(VOCABULARY::idOf).toArray();
  }

  private static Trace of(int[] inputs, int[] targets, int hidden) {
    return of(Vanilla.NET, inputs, targets, hidden);
  }

  private static Trace of(Net net, int[] inputs, int[] targets, int hidden) {
    Parameters weights =
        new Initialization.Uniform()
            .initialize(new Shape(net, VOCABULARY.size(), hidden), new SeededRandom(5));
    return Trace.of(
        VOCABULARY.labels(),
        new Example(weights, inputs, targets, new double[hidden * net.states().size()]),
        (before, gradients) -> new Update(before, gradients.norm(), 1));
  }
}
