package dev.backstep.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeededRandomTest {
  private final SeededRandom random = new SeededRandom(11);

  @Test
  void theFirstNumbersOfSeedZeroAreThePublishedOnesOfSplitMix64() {
    SeededRandom zero = new SeededRandom(0);

    assertThat(zero.nextLong()).isEqualTo(0xE220A8397B1DCDAFL);
    assertThat(zero.nextLong()).isEqualTo(0x6E789E6AA1B965F4L);
    assertThat(zero.nextLong()).isEqualTo(0x06C45D188009454FL);
  }

  @Test
  void aGeneratorMadeFromTheStateGoesOnWithTheSameNumbers() {
    random.nextGaussian();
    random.nextInt(10);
    SeededRandom restored = new SeededRandom(random.state());

    for (int i = 0; i < 100; i++) {
      assertThat(restored.nextGaussian()).isEqualTo(random.nextGaussian());
      assertThat(restored.nextInt(27)).isEqualTo(random.nextInt(27));
    }
  }

  @Test
  void everyPurposeAndEverySeedHasNumbersOfItsOwn() {
    Set<Long> firsts = new HashSet<>();
    for (int seed = 0; seed < 50; seed++) {
      for (String purpose :
          new String[] {"weights", "order", "sample 1", "sample 2", "sample 12"}) {
        firsts.add(SeededRandom.forPurpose(seed, purpose).nextLong());
      }
    }

    assertThat(firsts).hasSize(250);
    assertThat(SeededRandom.forPurpose(3, "order").nextLong())
        .isEqualTo(SeededRandom.forPurpose(3, "order").nextLong());
  }

  @Test
  void doublesFillTheUnitIntervalEvenly() {
    double[] drawn = DoubleStream.generate(random::nextDouble).limit(100_000).toArray();

    assertThat(Arrays.stream(drawn).min().orElseThrow()).isBetween(0.0, 0.001);
    assertThat(Arrays.stream(drawn).max().orElseThrow()).isGreaterThan(0.999).isLessThan(1);
    assertThat(Arrays.stream(drawn).average().orElseThrow()).isCloseTo(0.5, within(0.005));
    assertThat(drawn[0] * 0x1p53).isEqualTo(Math.rint(drawn[0] * 0x1p53));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 27})
  void boundedNumbersAreInRangeAndEquallyOften(int bound) {
    int each = 10_000;
    int[] count = new int[bound];
    for (int i = 0; i < each * bound; i++) {
      count[random.nextInt(bound)]++;
    }

    for (int n : count) {
      assertThat(n).isCloseTo(each, within(500));
    }
  }

  @Test
  void theLargestBoundIsDrawnFromBothHalves() {
    int[] drawn = IntStream.generate(() -> random.nextInt(Integer.MAX_VALUE)).limit(1000).toArray();

    assertThat(Arrays.stream(drawn).allMatch(n -> n >= 0 && n < Integer.MAX_VALUE)).isTrue();
    assertThat(Arrays.stream(drawn).filter(n -> n > Integer.MAX_VALUE / 2).count())
        .isBetween(400L, 600L);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -3})
  void aBoundBelowOneIsRefused(int bound) {
    assertThatThrownBy(() -> random.nextInt(bound))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bound is %d; it must be at least 1", bound);
  }

  @Test
  void gaussiansHaveMeanZeroVarianceOneAndTheShapeOfTheBell() {
    double[] drawn = DoubleStream.generate(random::nextGaussian).limit(100_000).toArray();

    assertThat(Arrays.stream(drawn).average().orElseThrow()).isCloseTo(0, within(0.015));
    assertThat(Arrays.stream(drawn).map(x -> x * x).average().orElseThrow())
        .isCloseTo(1, within(0.02));
    assertThat(Arrays.stream(drawn).filter(x -> Math.abs(x) < 1).count() / 1e5)
        .isCloseTo(0.6827, within(0.01));
    assertThat(Arrays.stream(drawn).filter(x -> Math.abs(x) > 3).count() / 1e5)
        .isCloseTo(0.0027, within(0.001));
  }

  @Test
  void anIndexOfWeightZeroIsNeverDrawnAndTheOthersByWeight() {
    double[] weights = {0, 3, 0, 1, 0, 6, 0};
    int[] count = new int[7];
    for (int i = 0; i < 100_000; i++) {
      count[random.nextIndex(weights)]++;
    }

    assertThat(count[0] + count[2] + count[4] + count[6]).isZero();
    assertThat(count[1]).isCloseTo(30_000, within(1000));
    assertThat(count[3]).isCloseTo(10_000, within(1000));
    assertThat(count[5]).isCloseTo(60_000, within(1000));
  }

  @Test
  void roundingNeverDrawsAnIndexOfWeightZero() {
    double[] weights = {0, 0.1, 0.1, 0.1, 1e-300, 0};
    for (int i = 0; i < 100_000; i++) {
      assertThat(random.nextIndex(weights)).isBetween(1, 4);
    }
    assertThat(random.nextIndex(new double[] {0, 0, Double.MIN_VALUE, 0})).isEqualTo(2);
  }

  @Test
  void shufflingIsAPermutationThatDependsOnlyOnTheSeed() {
    int[] entries = IntStream.range(0, 100).toArray();
    new SeededRandom(5).shuffle(entries);
    int[] again = IntStream.range(0, 100).toArray();
    new SeededRandom(5).shuffle(again);
    int[] other = IntStream.range(0, 100).toArray();
    new SeededRandom(6).shuffle(other);

    assertThat(entries).containsExactly(again).isNotEqualTo(other);
    assertThat(Arrays.stream(entries).sorted()).containsExactly(boxed(IntStream.range(0, 100)));
    assertThat(entries).isNotEqualTo(IntStream.range(0, 100).toArray());
  }

  @Test
  void everyOrderOfThreeComesEquallyOften() {
    int[] count = new int[322];
    for (int i = 0; i < 12_000; i++) {
      int[] entries = {1, 2, 3};
      random.shuffle(entries);
      count[100 * entries[0] + 10 * entries[1] + entries[2]]++;
    }

    for (int order : new int[] {123, 132, 213, 231, 312, 321}) {
      assertThat(count[order]).as("%d", order).isCloseTo(2000, within(200));
    }
  }

  private static Integer[] boxed(IntStream numbers) {
    return numbers.boxed().toArray(Integer[]::new);
  }
}
