package dev.backstep.check.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.check.diagnosis.Explanation;
import dev.backstep.check.diagnosis.GradientChange;
import dev.backstep.check.diagnosis.GradientChange.Kind;
import dev.backstep.check.diagnosis.TimestepShares;
import dev.backstep.check.diagnosis.WeightedLosses;
import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.fault.Fault;
import dev.backstep.fault.Faults;
import dev.backstep.math.NdArray;
import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.model.RandomNet;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.provider.CsvSource;

/** What other sequences left in the totals is told from what else may be in them. */
class OtherSequencesTest {
  private static final String[] BACKWARD = {
    "e", "dh_from_output", "dh_from_later", "dh", "dtanh", "dxt", "dh_prev"
  };

  private final Map<String, NdArray> ours = Programs.ours(Fault.NONE);

  /** With the gradients of the sequence before in every total. */
  private Map<String, NdArray> kept() {
    RandomNet net = Programs.net();
    RandomNet before = new RandomNet(net.parameters(), net.targets(), net.inputs(), new double[5]);
    Map<String, NdArray> other = Programs.ours(before, Fault.NONE.rules());
    Map<String, NdArray> sums = new LinkedHashMap<>(ours);
    Parameters.NAMES.forEach(name -> add(sums, "d" + name, other.get("d" + name), 1));
    return sums;
  }

  private static void add(Map<String, NdArray> arrays, String name, NdArray other, double factor) {
    double[] values = arrays.get(name).values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += factor * other.values()[i];
    }
    arrays.put(name, NdArray.of(values, arrays.get(name).shape()));
  }

  private static Explanation first(Map<String, NdArray> arrays) throws SubmissionException {
    return Programs.diagnosis(arrays).explanations().get(0);
  }

  @Test
  void gradientsThatWereNotClearedAreNamedAsSurelyAsTheEvidenceIs() throws SubmissionException {
    assertThat(first(kept()).change().kind()).isEqualTo(Kind.NOT_CLEARED);
    Map<String, NdArray> forward = Programs.without(kept(), BACKWARD);
    assertThat(first(forward).change().kind()).isEqualTo(Kind.LIKELY_NOT_CLEARED);
    Map<String, NdArray> totals = Programs.totalsOf(kept());
    // Where neither a loss nor states were saved, the net may as well be another.
    assertThat(Programs.diagnosis(totals).isFound()).isFalse();
    totals.put("loss", ours.get("loss"));
    assertThat(first(totals).change().kind()).isEqualTo(Kind.LIKELY_NOT_CLEARED);
    assertThat(first(totals).faults()).containsExactly(Fault.NO_RESET);
  }

  @Test
  void aLossThatIsWrongIsThatOfOtherWeights() throws SubmissionException {
    Map<String, NdArray> wrong = Programs.totalsOf(kept());
    wrong.put("loss", Programs.times(ours.get("loss"), 1.1));
    assertThat(Programs.diagnosis(wrong).isFound()).isFalse();
  }

  /** Totals to which each timestep adds its share so many times. */
  private Map<String, NdArray> withShares(double... weights) throws SubmissionException {
    Example given = ExampleReader.of("mine.npz", ours);
    TimestepShares shares = new TimestepShares(Computed.of(given, Fault.NONE.rules()));
    Map<String, NdArray> some = new LinkedHashMap<>(ours);
    for (String name : Parameters.NAMES) {
      NdArray total = ours.get("d" + name);
      SuppliedTotal supplied = new SuppliedTotal("d" + name, "d" + name, true, total.values());
      some.put("d" + name, NdArray.of(shares.sum(supplied, weights), total.shape()));
    }
    return some;
  }

  @Test
  void theSharesOfAllTimestepsAreTheTotals() throws SubmissionException {
    assertThat(Programs.verdict(withShares(1, 1, 1, 1, 1, 1)).agrees()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "1 1 0 1 0 1, 't = 2, 4 are left out'",
    "1 1 1 0 0 0, 't = 3 to 5 are left out'",
    "1 2 1 1 1 1, 't = 1 is counted twice'",
    "0 2 1 1 1 1, 'the first timestep, t = 0, is left out, and t = 1 is counted twice'"
  })
  void whatSomeTimestepsAddIsNotTakenForOtherSequences(String weights, String said)
      throws SubmissionException {
    Map<String, NdArray> some =
        withShares(Arrays.stream(weights.split(" ")).mapToDouble(Double::parseDouble).toArray());
    for (Map<String, NdArray> arrays : List.of(some, Programs.totalsOf(some))) {
      Explanation explanation = first(arrays);
      assertThat(explanation.change().kind()).isEqualTo(Kind.SHARES_LEFT_OUT);
      assertThat(explanation.change().what()).endsWith(": " + said);
      assertThat(explanation.faults()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"0 1 1 1 1 1, first-step-left-out", "1 1 1 1 1 0, last-step-left-out"})
  void aLoopThatBeginsTooLateOrEndsTooEarlyIsAFault(String weights, String id)
      throws SubmissionException {
    Map<String, NdArray> some =
        withShares(Arrays.stream(weights.split(" ")).mapToDouble(Double::parseDouble).toArray());
    for (Map<String, NdArray> arrays : List.of(some, Programs.totalsOf(some))) {
      Explanation explanation = first(arrays);
      assertThat(explanation.change().isNone()).isTrue();
      assertThat(explanation.faults()).singleElement().hasToString(id);
    }
  }

  @ParameterizedTest
  @CsvSource({"NONE, 0", "NO_TANH_DERIVATIVE, 1"})
  void aBackwardPassThatBeginsTooEarlyIsToldAloneAndBesideAFault(
      @ConvertWith(Faults.Named.class) Fault fault, int faults) throws SubmissionException {
    WeightedLosses rules = new WeightedLosses(fault.rules(), new double[] {1, 1, 1, 1, 1, 0});
    Map<String, NdArray> all = Programs.totalsOf(Programs.ours(Programs.net(), rules));
    all.put("loss", ours.get("loss"));
    for (Map<String, NdArray> arrays : List.of(all, Programs.without(all, "dW3", "dbo"))) {
      Explanation explanation = first(arrays);
      assertThat(explanation.change().kind()).isEqualTo(Kind.LOSSES_LEFT_OUT);
      assertThat(explanation.change().what()).isEqualTo("the last timestep, t = 5, is left out");
      assertThat(explanation.faults()).hasSize(faults);
      assertThat(List.of(fault)).containsAll(explanation.faults());
    }
  }

  @Test
  void timestepsOfAnyOtherWeightAreNoOtherSequencesEither() throws SubmissionException {
    Map<String, NdArray> some = Programs.totalsOf(withShares(0.7, 0.4, 0.5, 0.9, 0.8, 0.3));
    some.put("loss", ours.get("loss"));
    assertThat(Programs.diagnosis(some).isFound()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void weightDecayIsNamedByItsFactor(boolean areBiasesToo) throws SubmissionException {
    Map<String, NdArray> decayed = Programs.totalsOf(ours);
    for (String name : Parameters.NAMES) {
      if (areBiasesToo || !Parameters.isBias(name)) {
        add(decayed, "d" + name, ours.get(name), 1e-3);
      }
    }
    GradientChange change = first(decayed).change();
    assertThat(change.kind()).isEqualTo(Kind.WEIGHT_DECAY);
    assertThat(change.value()).isCloseTo(1e-3, within(1e-9));
  }

  @Test
  void weightsThatWereSavedAfterTheUpdateAreRecognised() throws SubmissionException {
    Map<String, NdArray> late = Programs.totalsOf(ours);
    Parameters.NAMES.forEach(name -> add(late, name, ours.get("d" + name), -0.1));
    late.put("loss", ours.get("loss"));
    assertThat(first(late).change()).isEqualTo(new GradientChange(Kind.SAVED_AFTER_UPDATE, 0.1));
    late.put("lr", NdArray.of(new double[] {0.1}));
    assertThat(first(late).change()).isEqualTo(new GradientChange(Kind.SAVED_AFTER_UPDATE, 0.1));
    late.put("lr", NdArray.of(new double[] {0.2}));
    assertThat(Programs.diagnosis(late).isFound()).isFalse();
  }

  @Test
  void oneEntryThatIsTooSmallProvesNoLimit() throws SubmissionException {
    double[] values = ours.get("dbo").values().clone();
    int largest = 0;
    for (int i = 0; i < values.length; i++) {
      largest = Math.abs(values[i]) > Math.abs(values[largest]) ? i : largest;
    }
    values[largest] *= 0.987654321;
    Map<String, NdArray> one =
        Programs.without(Programs.totalsOf(ours), "dW1", "dW2", "dW3", "dbh");
    one.put("dbo", NdArray.of(values, values.length));
    assertThat(Programs.diagnosis(one).isFound()).isFalse();
  }
}
