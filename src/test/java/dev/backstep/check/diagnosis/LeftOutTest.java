package dev.backstep.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.diagnosis.GradientChange.Kind;
import dev.backstep.check.reading.Programs;
import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.fault.Fault;
import dev.backstep.math.NdArray;
import dev.backstep.model.BackwardRules;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is left out of totals, and what only looks like it. */
class LeftOutTest {
  private static final List<String> OUTPUT = List.of("W3", "bo");
  private static final List<String> CELL = List.of("W1", "W2", "bh");

  private final Map<String, NdArray> ours = Programs.ours(Fault.NONE);

  /** With totals of some weights to which each timestep adds its share so many times. */
  private static Map<String, NdArray> shared(
      Map<String, NdArray> arrays, List<String> weights, double... times) {
    Computed right = Computed.of(Programs.net().example(), BackwardRules.RIGHT);
    Map<String, NdArray> some = new LinkedHashMap<>(arrays);
    for (String weight : weights) {
      String name = "d" + weight;
      NdArray total = arrays.get(name);
      SuppliedTotal supplied = new SuppliedTotal(name, name, true, total.values());
      double[] sum = new TimestepShares(right).sum(supplied, times);
      some.put(name, NdArray.of(sum, total.shape()));
    }
    return some;
  }

  private static Optional<GradientChange> found(Map<String, NdArray> arrays)
      throws SubmissionException {
    Submission submission = Programs.verdict(arrays).submission();
    Computed right = submission.right();
    return new LeftOut(submission, new Fit(submission, right)).by(Fault.NONE, right);
  }

  private static void assertShares(Map<String, NdArray> arrays, String what)
      throws SubmissionException {
    assertThat(found(arrays)).contains(new GradientChange(Kind.SHARES_LEFT_OUT, 1, what));
  }

  @Test
  void ofTotalsThatAreRightNothingIsLeftOut() throws SubmissionException {
    assertThat(found(ours)).isEmpty();
  }

  @Test
  void theTotalsOfTheOutputOrOfTheCellAloneAreNamed() throws SubmissionException {
    assertShares(shared(ours, OUTPUT, 1, 1, 0, 1, 1, 1), "dW3, dbo: t = 2 is left out");
    assertShares(shared(ours, CELL, 1, 1, 1, 0, 0, 1), "dW1, dW2, dbh: t = 3 to 4 are left out");
    Map<String, NdArray> cellAlone = Programs.without(ours, "dW3", "dbo");
    assertShares(
        shared(cellAlone, CELL, 2, 1, 1, 0, 1, 2),
        "dW1, dW2, dbh: t = 3 is left out, and t = 0, 5 are counted twice");
  }

  @Test
  void groupsThatLackDifferentTimestepsAreEachNamed() throws SubmissionException {
    Map<String, NdArray> one = shared(ours, OUTPUT, 0, 1, 1, 1, 1, 1);
    assertShares(
        shared(one, CELL, 0, 1, 1, 1, 1, 1),
        "dW1, dW2, dW3, dbh, dbo: the first timestep, t = 0, is left out");
    assertShares(
        shared(one, CELL, 1, 0, 1, 1, 1, 1),
        "dW1, dW2, dbh: t = 1 is left out; dW3, dbo: the first timestep, t = 0, is left out");
  }

  @Test
  void whatCountsThreeTimesOrIsTakenOffIsSomethingElse() throws SubmissionException {
    assertThat(found(shared(ours, CELL, 1, 3, 1, 1, 1, 1))).isEmpty();
    assertThat(found(shared(ours, CELL, -1, 1, 1, 1, 1, 1))).isEmpty();
    assertThat(found(shared(ours, CELL, 1, 0.5, 1, 1, 1, 1))).isEmpty();
  }

  @Test
  void wrongRowsOrGradientsOfTheStateAreNotExplainedByIt() throws SubmissionException {
    Map<String, NdArray> some = shared(ours, CELL, 1, 1, 0, 1, 1, 1);
    assertThat(found(Programs.with(some, "dh0", Programs.times(ours.get("dh0"), 1.5)))).isEmpty();
    assertThat(found(Programs.with(some, "dtanh", Programs.times(ours.get("dtanh"), 1.5))))
        .isEmpty();
    Map<String, NdArray> one = Programs.with(some, "dbh", Programs.times(ours.get("dbh"), 1.1));
    assertThat(found(one)).isEmpty();
  }

  @Test
  void withoutTotalsOfTheOutputEveryEndIsTried() throws SubmissionException {
    for (int left : new int[] {1, 4, 5}) {
      double[] weights = {1, 1, 1, 1, 1, 1};
      Arrays.fill(weights, 6 - left, 6, 0);
      Map<String, NdArray> totals =
          Programs.totalsOf(
              Programs.ours(Programs.net(), new WeightedLosses(BackwardRules.RIGHT, weights)));
      String what =
          left == 1
              ? "the last timestep, t = 5, is left out"
              : "t = %d to 5 are left out".formatted(6 - left);
      for (Map<String, NdArray> arrays : List.of(totals, Programs.without(totals, "dW3", "dbo"))) {
        assertThat(found(arrays)).contains(new GradientChange(Kind.LOSSES_LEFT_OUT, 1, what));
      }
    }
    Map<String, NdArray> twice = Programs.totalsOf(ours);
    twice.put("dW2", Programs.times(ours.get("dW2"), 2));
    assertThat(found(Programs.without(twice, "dW3", "dbo"))).isEmpty();
  }
}
