package dev.backstep.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.math.SeededRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplerTest {
  private static final Shape SHAPE = new Shape(9, 7);

  /** Weights large enough that the net has preferences. */
  private final Parameters parameters =
      new Initialization.Gaussian(1).initialize(SHAPE, new SeededRandom(4));

  private final double[] firstCounts = {0, 3, 0, 1, 0, 0, 6, 0, 0};
  private final Sampler sampler = new Sampler(SHAPE, firstCounts);

  @Test
  void theSameSeedAndNumberGiveTheSameIdsWhateverWasDrawnBefore() {
    SamplingSettings settings = sampled(1, 30, 5);
    int[] expected = sampler.draw(parameters, settings, 3);
    sampler.draw(parameters, settings, 4);

    assertThat(sampler.draw(parameters, settings, 3)).containsExactly(expected);
    assertThat(new Sampler(SHAPE, firstCounts).draw(parameters, settings, 3))
        .containsExactly(expected);
  }

  @Test
  void otherNumbersAndOtherSeedsGiveOtherSequences() {
    neverEnds();
    Set<String> drawn = new HashSet<>();
    for (int seed = 0; seed < 10; seed++) {
      for (int number = 0; number < 10; number++) {
        drawn.add(Arrays.toString(sampler.draw(parameters, sampled(5, 30, seed), number)));
      }
    }

    assertThat(drawn).hasSize(100);
  }

  @Test
  void greedyRepeatsItselfFromTheSameFirstCharacter() {
    Sampler fromThree = new Sampler(SHAPE, oneHot(3));
    SamplingSettings greedy = new SamplingSettings(1, true, 20, 1);
    int[] expected = fromThree.draw(parameters, greedy, 0);

    for (int number = 1; number < 20; number++) {
      assertThat(fromThree.draw(parameters, greedy, number)).containsExactly(expected);
    }
  }

  @Test
  void greedyTakesTheMostProbableCharacterEachTime() {
    neverEnds();
    int[] drawn =
        new Sampler(SHAPE, oneHot(3)).draw(parameters, new SamplingSettings(1, true, 20, 1), 0);
    Rnn rnn = new Rnn(SHAPE);
    rnn.use(parameters);
    double[] h = rnn.zeroState();
    double[] o = new double[9];

    for (int t = 0; t + 1 < drawn.length; t++) {
      rnn.step(drawn[t], h, o);
      assertThat(o[drawn[t + 1]]).isEqualTo(Arrays.stream(o).max().orElseThrow());
    }
  }

  @Test
  void theColderTheCloserToGreedy() {
    assertThat(equalToGreedy(0.05)).isGreaterThan(90);
    assertThat(equalToGreedy(1)).isLessThan(50);
  }

  /** How many of 100 samples equal the greedy one. */
  private long equalToGreedy(double temperature) {
    Sampler fromThree = new Sampler(SHAPE, oneHot(3));
    int[] greedy = fromThree.draw(parameters, new SamplingSettings(1, true, 8, 1), 0);
    return IntStream.range(0, 100)
        .filter(
            number ->
                Arrays.equals(
                    greedy, fromThree.draw(parameters, sampled(temperature, 8, 1), number)))
        .count();
  }

  @Test
  void atTemperatureOneCharactersComeAsOftenAsTheSoftmaxSays() {
    neverEnds();
    Sampler fromThree = new Sampler(SHAPE, oneHot(3));
    double[] share = new double[9];
    int draws = 5000;
    for (int number = 0; number < draws; number++) {
      share[fromThree.draw(parameters, sampled(1, 2, 1), number)[1]] += 1.0 / draws;
    }
    Rnn rnn = new Rnn(SHAPE);
    rnn.use(parameters);
    double[] o = new double[9];
    rnn.step(3, rnn.zeroState(), o);

    assertThat(share).containsExactly(o, within(0.025));
  }

  @Test
  void noSampleIsLongerThanTheMaximalLength() {
    neverEnds();

    assertThat(sampler.draw(parameters, sampled(1, 1, 1), 0)).hasSize(1);
    assertThat(sampler.draw(parameters, sampled(1, 17, 1), 0)).hasSize(17);
  }

  @Test
  void theEndMarkStopsASampleAndIsNotPartOfIt() {
    parameters.get(Parameters.BO).data[0] = 1;
    Set<Integer> lengths = new HashSet<>();
    for (int number = 0; number < 200; number++) {
      int[] drawn = sampler.draw(parameters, sampled(1, 50, 1), number);
      assertThat(drawn).doesNotContain(0);
      lengths.add(drawn.length);
    }
    assertThat(lengths).hasSizeGreaterThan(3);

    parameters.get(Parameters.BO).data[0] = 1000;
    assertThat(sampler.draw(parameters, sampled(1, 50, 1), 0)).hasSize(1);
  }

  @Test
  void theFirstCharacterComesFromTheGivenCounts() {
    int[] began = new int[9];
    for (int number = 0; number < 2000; number++) {
      began[sampler.draw(parameters, sampled(1, 1, 1), number)[0]]++;
    }

    assertThat(began[1] / 2000.0).isCloseTo(0.3, within(0.05));
    assertThat(began[3] / 2000.0).isCloseTo(0.1, within(0.05));
    assertThat(began[6] / 2000.0).isCloseTo(0.6, within(0.05));
    assertThat(began[1] + began[3] + began[6]).isEqualTo(2000);
  }

  @Test
  void settingsOutOfRangeAreRefusedWithTheValueAndTheRange() {
    assertThatThrownBy(() -> sampled(0.01, 30, 1))
        .hasMessage("the temperature is 0.01; it must be 0.05 to 5");
    assertThatThrownBy(() -> sampled(Double.NaN, 30, 1))
        .hasMessage("the temperature is NaN; it must be 0.05 to 5");
    assertThatThrownBy(() -> sampled(1, 0, 1))
        .hasMessage("the maximal length is 0; it must be 1 to 5000");
    assertThatThrownBy(() -> sampled(1, 5001, 1))
        .hasMessage("the maximal length is 5001; it must be 1 to 5000");
  }

  private void neverEnds() {
    parameters.get(Parameters.BO).data[0] = -1000;
  }

  private static SamplingSettings sampled(double temperature, int maxLength, long seed) {
    return new SamplingSettings(temperature, false, maxLength, seed);
  }

  private static double[] oneHot(int id) {
    double[] counts = new double[9];
    counts[id] = 1;
    return counts;
  }
}
