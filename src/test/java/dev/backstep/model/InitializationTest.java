package dev.backstep.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.math.SeededRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitializationTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 4, 64})
  void uniformWeightsFillPlusMinusOneOverTheRootOfH(int hidden) {
    double bound = 1 / Math.sqrt(hidden);
    Parameters parameters = uniform(new Shape(500, hidden), 1);
    double[] w1 = parameters.get(Parameters.W1).data;

    assertThat(Arrays.stream(w1).max().orElseThrow()).isBetween(0.98 * bound, bound);
    assertThat(Arrays.stream(w1).min().orElseThrow()).isBetween(-bound, -0.98 * bound);
    assertThat(Arrays.stream(w1).average().orElseThrow()).isCloseTo(0, within(0.1 * bound));
  }

  @Test
  void gaussianWeightsHaveTheGivenStandardDeviation() {
    Parameters parameters =
        new Initialization.Gaussian(0.01).initialize(new Shape(50, 100), new SeededRandom(1));

    for (String name : new String[] {"W1", "W2", "W3"}) {
      double[] data = parameters.get(name).data;
      double meanSquare = Arrays.stream(data).map(w -> w * w).average().orElseThrow();
      assertThat(Math.sqrt(meanSquare)).isCloseTo(0.01, within(0.0004));
      assertThat(Arrays.stream(data).average().orElseThrow()).isCloseTo(0, within(0.0006));
    }
  }

  @Test
  void biasesBeginAtZeroAndTheThreeMatricesDiffer() {
    Parameters parameters = uniform(new Shape(5, 5), 1);

    assertThat(parameters.get(Parameters.BH).data).containsOnly(0);
    assertThat(parameters.get(Parameters.BO).data).containsOnly(0);
    assertThat(parameters.get("W1").data).isNotEqualTo(parameters.get("W2").data);
    assertThat(parameters.get("W2").data).isNotEqualTo(parameters.get("W3").data);
  }

  /** Pinned: the same seed must give the same bits on every Java version and machine. */
  @Test
  void theBitsOfASeedArePinned() {
    Parameters uniform = uniform(new Shape(5, 3), 42);
    Parameters gaussian =
        new Initialization.Gaussian(0.1).initialize(new Shape(5, 3), new SeededRandom(42));

    assertThat(hash(uniform)).isEqualTo(114743252);
    assertThat(hash(gaussian)).isEqualTo(956439204);
    assertThat(hash(uniform(new Shape(5, 3), 43))).isNotEqualTo(hash(uniform));
  }

  /** Pinned as well: one whole forward and backward pass, every transcendental included. */
  @Test
  void theBitsOfTheGradientsOfASeedArePinned() {
    assertThat(hash(RandomNet.of(42, 27, 16, 20).gradients())).isEqualTo(655727823);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, 10.5, Double.NaN, Double.POSITIVE_INFINITY})
  void aStandardDeviationOutOfRangeIsRefused(double sigma) {
    assertThatThrownBy(() -> new Initialization.Gaussian(sigma))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the standard deviation of the weights is %s; it must be above 0 and at most 10",
            sigma);
  }

  private static Parameters uniform(Shape shape, long seed) {
    return new Initialization.Uniform().initialize(shape, new SeededRandom(seed));
  }

  private static int hash(Parameters parameters) {
    int hash = 1;
    for (String name : Parameters.NAMES) {
      hash = 31 * hash + Arrays.hashCode(parameters.get(name).data);
    }
    return hash;
  }
}
