package dev.backstep.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.check.diagnosis.GradientChange.Kind;
import dev.backstep.check.reading.Programs;
import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.fault.Fault;
import dev.backstep.math.NdArray;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.Parameters;
import dev.backstep.model.RandomNet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What totals hold beyond the right ones. */
class RemainderTest {
  private final Map<String, NdArray> totals = Programs.totalsOf(Programs.ours(Fault.NONE));

  private static Remainder of(Map<String, NdArray> arrays, String... names)
      throws SubmissionException {
    Submission submission = Programs.verdict(arrays).submission();
    Set<String> kept = Set.of(names);
    List<SuppliedTotal> some =
        submission.totals().stream()
            .filter(total -> kept.isEmpty() || kept.contains(total.name()))
            .toList();
    return new Remainder(submission.with(submission.rows(), some), submission.right());
  }

  /** With so many times another array in some totals. */
  private Map<String, NdArray> plus(String from, double factor, String... totalNames) {
    Map<String, NdArray> changed = Programs.with(totals, "x", totals.get("x"));
    for (String name : totalNames) {
      double[] values = totals.get(name).values().clone();
      double[] other = totals.get(from + name.substring(1)).values();
      for (int i = 0; i < values.length; i++) {
        values[i] += factor * other[i];
      }
      changed.put(name, NdArray.of(values, totals.get(name).shape()));
    }
    return changed;
  }

  /** With something in a total that is along nothing. */
  private Map<String, NdArray> noisy(String... totalNames) {
    Map<String, NdArray> changed = Programs.with(totals, "x", totals.get("x"));
    for (String name : totalNames) {
      double[] values = totals.get(name).values().clone();
      for (int i = 0; i < values.length; i++) {
        values[i] += 0.1 * ((i * 7 + 3) % 5 - 1.7);
      }
      changed.put(name, NdArray.of(values, totals.get(name).shape()));
    }
    return changed;
  }

  @Test
  void itIsYoursMinusRight() throws SubmissionException {
    double[] rest = of(plus("d", 0.5, "dbh")).rest().get("bh");
    double[] right = totals.get("dbh").values();
    for (int i = 0; i < rest.length; i++) {
      assertThat(rest[i]).isCloseTo(0.5 * right[i], within(1e-12));
    }
  }

  @Test
  void itIsInEveryTotalOnlyWhereThereAreSomeAndNoneIsRight() throws SubmissionException {
    Map<String, NdArray> some = noisy("dW1", "dbh");
    assertThat(of(some, "dW1", "dbh").isInEvery()).isTrue();
    assertThat(of(some, "dW1", "dbh", "dbo").isInEvery()).isFalse();
    assertThat(of(some, "none").isInEvery()).isFalse();
  }

  @Test
  void aMultipleOfWhatIsRightIsSeenInAnyTotalOfMoreThanTwoEntries() throws SubmissionException {
    assertThat(of(noisy("dW1", "dbh", "dW2"), "dW1", "dbh", "dW2").isMultiple()).isFalse();
    assertThat(of(plus("d", 0.5, "dbh"), "dbh").isMultiple()).isTrue();
    assertThat(of(plus("d", -3, "dW1"), "dW1").isMultiple()).isTrue();
    assertThat(of(noisy("dbh"), "dbh").isMultiple()).isFalse();
    for (int hidden : new int[] {2, 3}) {
      Map<String, NdArray> small =
          Programs.totalsOf(Programs.ours(RandomNet.of(3, 7, hidden, 6), BackwardRules.RIGHT));
      small.put("dbh", Programs.times(small.get("dbh"), 1.5));
      assertThat(of(small, "dbh").isMultiple()).isEqualTo(hidden > 2);
    }
  }

  @Test
  void itIsOfTimestepsWhereTheTotalsOfTheOutputOrOfTheCellAre() throws SubmissionException {
    Computed right = Computed.of(Programs.net().example(), BackwardRules.RIGHT);
    double[] times = {0.7, 0.4, 0.5, 0.9, 0.8, 0.3};
    for (List<String> group : List.of(List.of("dW3", "dbo"), List.of("dW1", "dW2", "dbh"))) {
      Map<String, NdArray> shared = noisy("dW1", "dW2", "dbh", "dW3", "dbo");
      for (String name : group) {
        NdArray total = totals.get(name);
        SuppliedTotal supplied = new SuppliedTotal(name, name, true, total.values());
        double[] sum = new TimestepShares(right).sum(supplied, times);
        shared.put(name, NdArray.of(sum, total.shape()));
      }
      assertThat(of(shared).isOfTimesteps()).isTrue();
      Map<String, NdArray> one = Programs.with(shared, group.get(0), totals.get(group.get(0)));
      assertThat(of(one).isOfTimesteps()).as("%s is right", group.get(0)).isFalse();
    }
    assertThat(of(noisy("dW1", "dW2", "dbh", "dW3", "dbo")).isOfTimesteps()).isFalse();
  }

  @Test
  void decayIsOneFactorOfAllWeightsAndOfBiasesOrNot() throws SubmissionException {
    String[] all = Parameters.NAMES.stream().map(name -> "d" + name).toArray(String[]::new);
    assertThat(of(plus("", 1e-3, all)).decay().orElseThrow())
        .satisfies(found -> assertThat(found.kind()).isEqualTo(Kind.WEIGHT_DECAY))
        .satisfies(found -> assertThat(found.value()).isCloseTo(1e-3, within(1e-9)));
    assertThat(of(plus("", -1e-3, "dW1", "dW2", "dW3")).decay().orElseThrow().value())
        .isCloseTo(-1e-3, within(1e-9));
    assertThat(of(plus("", 1e-3, "dW1", "dW2", "dW3", "dbh")).decay()).isPresent();
    assertThat(of(plus("", 1e-3, "dW1", "dW3")).decay()).as("not W2").isEmpty();
    assertThat(of(plus("", 1e-3, "dbh", "dbo"), "dbh", "dbo").decay()).as("no weight").isEmpty();
    assertThat(of(totals).decay()).as("nothing").isEmpty();
    assertThat(of(noisy("dW1", "dW2", "dW3")).decay()).isEmpty();
  }

  @Test
  void theNormAndTheDifferenceAreThoseOfVectors() {
    assertThat(Remainder.norm(new double[] {3, -4})).isEqualTo(5);
    assertThat(Remainder.minus(new double[] {3, 1}, new double[] {1, 4})).containsExactly(2, -3);
  }
}
