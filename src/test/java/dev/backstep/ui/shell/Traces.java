package dev.backstep.ui.shell;

import dev.backstep.math.SeededRandom;
import dev.backstep.model.Initialization;
import dev.backstep.model.Parameters;
import dev.backstep.model.Shape;
import dev.backstep.text.Sequence;
import dev.backstep.text.Vocabulary;
import dev.backstep.trace.Trace;
import dev.backstep.trace.Update;

/** Small traces for tests. */
public final class Traces {
  private Traces() {}

  /** Of a word over a … c on a net with three hidden units and seeded weights. */
  public static Trace of(String word) {
    return of(word, 3);
  }

  /** The same with as many hidden units as there are characters, the end mark among them. */
  public static Trace withAsManyUnits(String word) {
    return of(word, Vocabulary.of("abc").size());
  }

  private static Trace of(String word, int hidden) {
    Vocabulary vocabulary = Vocabulary.of("abc");
    Sequence sequence = vocabulary.encode(word);
    Parameters weights =
        new Initialization.Uniform()
            .initialize(new Shape(vocabulary.size(), hidden), new SeededRandom(5));
    return Trace.of(
        vocabulary.labels(),
        weights,
        sequence.inputs(),
        sequence.targets(),
        new double[hidden],
        (before, gradients) -> new Update(before, gradients.norm(), 1));
  }
}
