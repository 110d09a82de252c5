package dev.backstep.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.Batch;
import dev.backstep.model.RandomNet;
import dev.backstep.model.Truncation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Totals taken apart into what each timestep adds. */
class TimestepSharesTest {
  private static Computed right(RandomNet net) {
    return Computed.of(net.example(), BackwardRules.RIGHT);
  }

  private static List<SuppliedTotal> totals(Computed computed, String... names) {
    return Stream.of(names)
        .map(name -> new SuppliedTotal(name, name, true, computed.total(name)))
        .toList();
  }

  private static void assertAllOnce(Computed computed, String... names) {
    List<SuppliedTotal> totals = totals(computed, names);
    TimestepShares shares = new TimestepShares(computed);
    double[] weights = shares.weights(totals).orElseThrow();
    assertThat(weights).hasSize(computed.batch().timesteps());
    for (double weight : weights) {
      assertThat(weight).isCloseTo(1, within(1e-8));
    }
    double[] ones = new double[weights.length];
    Arrays.fill(ones, 1);
    for (SuppliedTotal total : totals) {
      assertThat(shares.sum(total, ones)).containsExactly(total.entries(), within(1e-12));
    }
  }

  @Test
  void rightTotalsHaveEveryTimestepOnce() {
    Computed computed = right(RandomNet.of(11, 7, 5, 6));
    assertAllOnce(computed, "dW1", "dW2", "dbh");
    assertAllOnce(computed, "dW3", "dbo");
    assertAllOnce(computed, "dW2");
  }

  @Test
  void timestepsWithoutACharacterAddNothingToTheWeightsOfTheInput() {
    RandomNet net = RandomNet.of(11, 7, 5, 6);
    int[] inputs = {0, -1, 2, -1, 0, 3};
    assertAllOnce(
        right(new RandomNet(net.parameters(), inputs, net.targets(), net.h0())),
        "dW1",
        "dW2",
        "dbh");
  }

  @Test
  void theTimestepsOfSeveralSequencesAreCountedOneAfterTheOther() {
    RandomNet net = RandomNet.of(11, 7, 5, 4);
    int[] inputs = Arrays.copyOf(net.targets(), 3);
    int[] targets = Arrays.copyOf(net.inputs(), 3);
    RandomNet shorter = new RandomNet(net.parameters(), inputs, targets, new double[5]);
    Batch both = new Batch(List.of(shorter.example(), net.example()), Truncation.NONE);
    assertAllOnce(Computed.of(both, BackwardRules.RIGHT), "dW1", "dW2", "dbh");
  }

  @Test
  void asManyEntriesAsTimestepsOrFewerDetermineNothing() {
    for (int length : new int[] {5, 6}) {
      Computed computed = right(RandomNet.of(2, 7, 5, length));
      assertThat(new TimestepShares(computed).weights(totals(computed, "dbh"))).isEmpty();
    }
    Computed computed = right(RandomNet.of(2, 7, 5, 4));
    assertThat(new TimestepShares(computed).weights(totals(computed, "dbh"))).isPresent();
  }

  @Test
  void aLongSequenceIsNotTakenApart() {
    Computed longest = right(RandomNet.of(2, 7, 24, 256));
    assertThat(new TimestepShares(longest).weights(totals(longest, "dW1", "dW2", "dbh")))
        .isPresent();
    Computed longer = right(RandomNet.of(2, 7, 24, 257));
    assertThat(new TimestepShares(longer).weights(totals(longer, "dW1", "dW2", "dbh"))).isEmpty();
  }

  /** Else the few entries of a bias would not count beside a matrix. */
  @Test
  void aLargeTotalCountsNoMoreThanASmallOne() {
    Computed computed = right(RandomNet.of(11, 7, 5, 3));
    SuppliedTotal bias = totals(computed, "dbh").get(0);
    SuppliedTotal matrix = totals(computed, "dW2").get(0);
    SuppliedTotal large = matrix.with(Arrays.stream(matrix.entries()).map(e -> 1e6 * e).toArray());
    for (double weight : new TimestepShares(computed).weights(List.of(bias, large)).orElseThrow()) {
      assertThat(weight).isCloseTo(1, within(1e-3));
    }
  }
}
