package dev.backstep.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.check.diagnosis.GradientChange.Kind;
import dev.backstep.check.reading.Programs;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.fault.Fault;
import dev.backstep.math.NdArray;
import dev.backstep.model.Parameters;
import dev.backstep.model.RandomNet;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is done with gradients after they were computed, right or wrong, is recognised. */
class GradientChangeTest {
  private final Map<String, NdArray> ours = Programs.ours(Fault.NONE);

  private static Map<String, NdArray> changed(
      Map<String, NdArray> arrays, UnaryOperator<NdArray> change) {
    Map<String, NdArray> changed = new LinkedHashMap<>(arrays);
    Parameters.NAMES.forEach(
        name -> changed.computeIfPresent("d" + name, (d, a) -> change.apply(a)));
    return changed;
  }

  private static Explanation first(Map<String, NdArray> arrays) throws SubmissionException {
    return Programs.diagnosis(arrays).explanations().get(0);
  }

  private static void assertTwist(
      Map<String, NdArray> arrays, Kind kind, double value, Fault... faults)
      throws SubmissionException {
    Explanation explanation = first(arrays);
    assertThat(explanation.change().kind()).isEqualTo(kind);
    assertThat(explanation.change().value()).isCloseTo(value, within(1e-9));
    assertThat(explanation.faults()).containsExactly(faults);
  }

  @Test
  void totalsDividedByTAreThoseOfTheMean() throws SubmissionException {
    assertTwist(changed(ours, array -> Programs.times(array, 1 / 6.0)), Kind.MEAN, 1 / 6.0);
  }

  @Test
  void theOtherSignIsRecognisedInTotalsAndInAllThatIsComputedOfE() throws SubmissionException {
    assertTwist(changed(ours, array -> Programs.times(array, -1)), Kind.SIGN, -1);
    Map<String, NdArray> all = new LinkedHashMap<>(ours);
    all.replaceAll(
        (name, array) ->
            name.startsWith("d") || name.equals("e") ? Programs.times(array, -1) : array);
    assertTwist(all, Kind.SIGN, -1);
  }

  @Test
  void oneArrayAloneWithTheOtherSignIsNamedBesideAFaultToo() throws SubmissionException {
    Map<String, NdArray> total = Programs.with(ours, "dW2", Programs.times(ours.get("dW2"), -1));
    assertThat(first(total))
        .isEqualTo(new Explanation(new GradientChange(Kind.SIGN_OF_ONE, -1, "dW2")));
    Map<String, NdArray> rows = Programs.with(ours, "e", Programs.times(ours.get("e"), -1));
    assertThat(first(rows))
        .isEqualTo(new Explanation(new GradientChange(Kind.SIGN_OF_ONE, -1, "e")));
    Map<String, NdArray> fault = Programs.ours(Fault.MISSING_TRANSPOSE);
    fault.put("dbo", Programs.times(fault.get("dbo"), -1));
    assertThat(first(fault))
        .isEqualTo(
            new Explanation(
                new GradientChange(Kind.SIGN_OF_ONE, -1, "dbo"), Fault.MISSING_TRANSPOSE));
  }

  @Test
  void twoArraysOfSixWithTheOtherSignAreNamed() throws SubmissionException {
    Map<String, NdArray> two = Programs.with(ours, "dW2", Programs.times(ours.get("dW2"), -1));
    two.put("dbo", Programs.times(ours.get("dbo"), -1));
    assertThat(first(two))
        .isEqualTo(new Explanation(new GradientChange(Kind.FACTOR_OF_SOME, -1, "dW2, dbo")));
  }

  @Test
  void theLearningRateIsRecognisedWithAndWithoutLr() throws SubmissionException {
    Map<String, NdArray> typed = changed(ours, array -> Programs.times(array, 0.01));
    assertTwist(typed, Kind.RATE, 0.01);
    Map<String, NdArray> odd = changed(ours, array -> Programs.times(array, 0.0123457));
    assertTwist(odd, Kind.FACTOR, 0.0123457);
    odd.put("lr", NdArray.of(new double[] {0.0123457}));
    assertTwist(odd, Kind.RATE, 0.0123457);
  }

  @Test
  void moreThanTheGradientItselfIsNoLearningRateUnlessLrSaysSo() throws SubmissionException {
    Map<String, NdArray> twice = changed(ours, array -> Programs.times(array, 2));
    assertTwist(twice, Kind.REPEATED, 2);
    assertTwist(changed(ours, array -> Programs.times(array, 2.5)), Kind.FACTOR, 2.5);
    twice.put("lr", NdArray.of(new double[] {2}));
    assertTwist(twice, Kind.RATE, 2);
  }

  @Test
  void theGradientIsFoundInTheParametersAfterTheUpdate() throws SubmissionException {
    Map<String, NdArray> update = updated(Programs.ours(Fault.MISSING_TRANSPOSE));
    assertTwist(update, Kind.RATE, 0.1, Fault.MISSING_TRANSPOSE);
    update.put("lr", NdArray.of(new double[] {0.1}));
    assertTwist(update, Kind.NONE, 1, Fault.MISSING_TRANSPOSE);
    Map<String, NdArray> right = updated(ours);
    right.put("lr", NdArray.of(new double[] {0.1}));
    assertThat(Programs.verdict(right).agrees()).isTrue();
  }

  private static Map<String, NdArray> updated(Map<String, NdArray> arrays) {
    Map<String, NdArray> update = Programs.totalsOf(arrays);
    for (String name : Parameters.NAMES) {
      double[] after = arrays.get(name).values().clone();
      NdArray gradient = update.remove("d" + name);
      for (int i = 0; i < after.length; i++) {
        after[i] -= 0.1 * gradient.values()[i];
      }
      update.put(name + "_after", NdArray.of(after, gradient.shape()));
    }
    return update;
  }

  @Test
  void clippingOfEveryEntryIsRecognisedBesideAFault() throws SubmissionException {
    assertTwist(changed(ours, GradientChangeTest::clipped), Kind.ENTRIES_CLIPPED, 0.25);
    Map<String, NdArray> wrong = Programs.minCharRnn(Programs.ours(Fault.NO_LATER_DH));
    for (String name : List.of("dWxh", "dWhh", "dWhy", "dbh", "dby")) {
      wrong.computeIfPresent(name, (key, array) -> clipped(array));
    }
    assertTwist(wrong, Kind.ENTRIES_CLIPPED, 0.25, Fault.NO_LATER_DH);
  }

  @Test
  void clippedTotalsDoNotExcuseTimestepsThatAreWrong() throws SubmissionException {
    Map<String, NdArray> arrays = changed(ours, GradientChangeTest::clipped);
    arrays.put("dtanh", Programs.times(ours.get("dtanh"), 1.3));
    assertThat(Programs.diagnosis(arrays).isFound()).isFalse();
  }

  private static NdArray clipped(NdArray array) {
    return clipped(array, 0.25);
  }

  private static NdArray clipped(NdArray array, double limit) {
    double[] values = array.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(-limit, Math.min(limit, values[i]));
    }
    return NdArray.of(values, array.shape());
  }

  @Test
  void clippingOfTheNormIsRecognised() throws SubmissionException {
    double norm = Programs.net().gradients().norm();
    assertTwist(changed(ours, array -> Programs.times(array, 0.5 / norm)), Kind.NORM_CLIPPED, 0.5);
  }

  @Test
  void theNormThatPyTorchClipsToIsTold() throws SubmissionException {
    double norm = Programs.net().gradients().norm();
    double scale = 0.5 / (norm + 1e-6);
    assertTwist(changed(ours, array -> Programs.times(array, scale)), Kind.NORM_CLIPPED, 0.5);
  }

  @Test
  void whereTheLossIsAMeanItsOwnGradientsHaveTheNormAndTheLimitThatAreTold()
      throws SubmissionException {
    double norm = Programs.net().gradients().norm();
    Map<String, NdArray> mean = Programs.totalsOf(ours);
    mean.put("loss", NdArray.of(new double[] {Arrays.stream(ours.get("loss").values()).sum() / 6}));
    assertTwist(
        changed(mean, array -> Programs.times(array, 0.03 / norm)), Kind.NORM_CLIPPED, 0.03);
    Map<String, NdArray> clipped =
        changed(mean, array -> clipped(Programs.times(array, 1 / 6.0), 0.02));
    assertTwist(clipped, Kind.ENTRIES_CLIPPED, 0.02);
  }

  @Test
  void aWeightThatStandsTransposedWithItsGradientIsReadAsItStands() throws SubmissionException {
    Map<String, NdArray> turned = Programs.with(ours, "W2", Programs.transposed(ours.get("W2")));
    turned.put("dW2", Programs.transposed(ours.get("dW2")));
    Verdict verdict = Programs.verdict(turned);
    assertThat(verdict.agrees()).isTrue();
    assertThat(verdict.remarks()).anyMatch(remark -> remark.contains("W2"));
  }

  @Test
  void aSquareGradientThatStandsTransposedIsNamed() throws SubmissionException {
    Map<String, NdArray> square = Programs.ours(RandomNet.of(3, 5, 5, 4), Fault.NONE.rules());
    Map<String, NdArray> turned =
        Programs.with(square, "dW3", Programs.transposed(square.get("dW3")));
    assertThat(first(turned).change()).isEqualTo(new GradientChange(Kind.TRANSPOSED, 1, "dW3"));
  }

  @Test
  void gradientsOfTheSequenceBeforeAreRecognisedByTheirSums() throws SubmissionException {
    RandomNet net = Programs.net();
    RandomNet before = new RandomNet(net.parameters(), net.targets(), net.inputs(), new double[5]);
    Map<String, NdArray> other = Programs.ours(before, Fault.NONE.rules());
    Map<String, NdArray> sums = new LinkedHashMap<>(ours);
    Parameters.NAMES.forEach(
        name -> sums.put("d" + name, sum(ours.get("d" + name), other.get("d" + name))));
    Explanation explanation = first(sums);
    assertThat(explanation.faults()).containsExactly(Fault.NO_RESET);
    assertThat(explanation.change().kind()).isEqualTo(Kind.NOT_CLEARED);

    sums.get("dbo").values()[2] += 0.1;
    assertThat(Programs.diagnosis(sums).isFound()).isFalse();
  }

  private static NdArray sum(NdArray left, NdArray right) {
    double[] values = left.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += right.values()[i];
    }
    return NdArray.of(values, left.shape());
  }
}
