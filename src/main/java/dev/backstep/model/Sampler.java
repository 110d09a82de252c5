package dev.backstep.model;

import dev.backstep.math.Elementary;
import dev.backstep.math.SeededRandom;
import java.util.Arrays;

/**
 * Draws sequences: the first character from the distribution of first characters, each further one
 * from the network's output until the end mark (id 0) comes.
 */
public final class Sampler {
  private static final int END = 0;

  private final Rnn rnn;
  private final double[] firstCharacters;
  private final double[] weights;

  /**
   * @param firstCharacters (V) how often each character begins a sequence
   */
  public Sampler(Shape shape, double[] firstCharacters) {
    rnn = new Rnn(shape);
    this.firstCharacters = firstCharacters.clone();
    weights = new double[shape.vocabulary()];
  }

  /** The ids of a sample, without the end mark, from a hidden state of zeros. */
  public int[] draw(Parameters parameters, SamplingSettings settings, int number) {
    return draw(parameters, rnn.zeroState(), settings, number);
  }

  /**
   * The ids of a sample, without the end mark.
   *
   * @param firstStates what it begins with, one state after another; not modified
   * @param number of the sample, which decides its random numbers
   */
  public int[] draw(
      Parameters parameters, double[] firstStates, SamplingSettings settings, int number) {
    rnn.use(parameters);
    SeededRandom random = SeededRandom.forPurpose(settings.seed(), "sample " + number);
    double[] states = firstStates.clone();
    double[] o = new double[weights.length];
    int[] drawn = new int[settings.maxLength()];
    int count = 0;
    int next = random.nextIndex(firstCharacters);
    while (next != END && count < drawn.length) {
      drawn[count++] = next;
      rnn.step(next, states, o);
      next = choose(o, settings, random);
    }
    return Arrays.copyOf(drawn, count);
  }

  private int choose(double[] o, SamplingSettings settings, SeededRandom random) {
    if (settings.greedy()) {
      return mostProbable(o);
    }
    for (int k = 0; k < o.length; k++) {
      weights[k] = Elementary.exp(StrictMath.log(o[k]) / settings.temperature());
    }
    return random.nextIndex(weights);
  }

  private static int mostProbable(double[] o) {
    int best = 0;
    for (int k = 1; k < o.length; k++) {
      if (o[k] > o[best]) {
        best = k;
      }
    }
    return best;
  }
}
