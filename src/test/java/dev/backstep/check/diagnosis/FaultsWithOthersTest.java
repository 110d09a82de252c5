package dev.backstep.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.check.diagnosis.GradientChange.Kind;
import dev.backstep.check.reading.GatedPrograms;
import dev.backstep.check.reading.Programs;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultCatalogue;
import dev.backstep.math.NdArray;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.Parameters;
import dev.backstep.model.RandomNet;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults with something done to their gradients, and what is wrong in one gradient alone. */
class FaultsWithOthersTest {
  private static final RandomNet NET = RandomNet.of(5, 7, 9, 6);

  private static Map<String, NdArray> totals(BackwardRules rules) {
    Map<String, NdArray> ours = Programs.ours(NET, rules);
    Map<String, NdArray> totals = new LinkedHashMap<>(Programs.totalsOf(ours));
    double loss = Arrays.stream(ours.get("loss").values()).sum();
    totals.put("loss", NdArray.of(new double[] {loss}));
    totals.remove("dh0");
    return totals;
  }

  private static Explanation first(Map<String, NdArray> arrays) throws SubmissionException {
    return Programs.diagnosis(arrays).explanations().get(0);
  }

  private static Map<String, NdArray> clipped(Map<String, NdArray> arrays, double limit) {
    for (String name : Parameters.NAMES) {
      double[] entries = arrays.get("d" + name).values();
      for (int i = 0; i < entries.length; i++) {
        entries[i] = Math.max(-limit, Math.min(limit, entries[i]));
      }
    }
    return arrays;
  }

  private static void decay(Map<String, NdArray> arrays, double factor) {
    decay(arrays, factor, Parameters.NAMES);
  }

  private static void decay(Map<String, NdArray> arrays, double factor, List<String> names) {
    for (String name : names) {
      double[] entries = arrays.get("d" + name).values();
      double[] weights = arrays.get(name).values();
      for (int i = 0; i < entries.length; i++) {
        entries[i] += factor * weights[i];
      }
    }
  }

  @Test
  void twoFaultsAreNamedBehindClippedEntries() throws SubmissionException {
    Explanation explanation =
        first(clipped(totals(Fault.MISSING_TRANSPOSE.with(Fault.DBH_FROM_DH)), 0.25));
    assertThat(explanation.change().kind()).isEqualTo(Kind.ENTRIES_CLIPPED);
    assertThat(explanation.change().value()).isCloseTo(0.25, within(1e-12));
    assertThat(explanation.faults())
        .containsExactlyInAnyOrder(Fault.MISSING_TRANSPOSE, Fault.DBH_FROM_DH);
  }

  @Test
  void faultsAreNamedBehindWeightDecay() throws SubmissionException {
    Map<String, NdArray> one = totals(Fault.NO_LATER_DH.rules());
    decay(one, 0.01);
    assertThat(first(one).change().kind()).isEqualTo(Kind.WEIGHT_DECAY);
    assertThat(first(one).faults()).containsExactly(Fault.NO_LATER_DH);
    Map<String, NdArray> two = totals(Fault.H_FOR_HPREV.with(Fault.NO_TANH_DERIVATIVE));
    decay(two, 0.01);
    assertThat(first(two).change().kind()).isEqualTo(Kind.WEIGHT_DECAY);
    assertThat(first(two).faults())
        .containsExactlyInAnyOrder(Fault.H_FOR_HPREV, Fault.NO_TANH_DERIVATIVE);
  }

  @Test
  void faultsAreNamedBehindWeightDecayThatLeavesBiasesOut() throws SubmissionException {
    Map<String, NdArray> arrays = totals(Fault.NO_LATER_DH.rules());
    decay(arrays, 0.01, List.of(Parameters.W1, Parameters.W2, Parameters.W3));
    assertThat(first(arrays).change().kind()).isEqualTo(Kind.WEIGHT_DECAY);
    assertThat(first(arrays).faults()).containsExactly(Fault.NO_LATER_DH);
  }

  @Test
  void twoFaultsAreNamedBehindAFactorThoughOneIsBehindTheOutput() throws SubmissionException {
    Map<String, NdArray> arrays =
        totals(Fault.W3_FROM_PREVIOUS_STATE.with(Fault.ACCUMULATE_DH_LATER));
    Parameters.NAMES.forEach(
        name -> arrays.put("d" + name, Programs.times(arrays.get("d" + name), 0.01)));
    Explanation explanation = first(arrays);
    assertThat(explanation.change().value()).isCloseTo(0.01, within(1e-12));
    assertThat(explanation.faults())
        .containsExactlyInAnyOrder(Fault.W3_FROM_PREVIOUS_STATE, Fault.ACCUMULATE_DH_LATER);
  }

  /** Adds the share of a timestep to one gradient, so many times. */
  private static void share(Map<String, NdArray> arrays, String weight, int t, double times) {
    Map<String, NdArray> rows = Programs.ours(NET, BackwardRules.RIGHT);
    int hidden = NET.h0().length;
    double[] da = rows.get("dtanh").values();
    double[] h = rows.get("H").values();
    double[] to = arrays.get("d" + weight).values();
    for (int j = 0; j < hidden; j++) {
      double own = times * da[t * hidden + j];
      if (weight.equals("bh")) {
        to[j] += own;
      } else {
        for (int i = 0; i < hidden; i++) {
          double left = t == 0 ? NET.h0()[i] : h[(t - 1) * hidden + i];
          to[i * hidden + j] += left * own;
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "W2, 5, -1, 'dW2: the last timestep, t = 5, is left out'",
    "bh, 0, -1, 'dbh: the first timestep, t = 0, is left out'",
    "W2, 2, 1, 'dW2: t = 2 is counted twice'"
  })
  void aTimestepLeftOutOfOneTotalAloneIsToldWithIt(String weight, int t, double times, String said)
      throws SubmissionException {
    Map<String, NdArray> arrays = totals(BackwardRules.RIGHT);
    share(arrays, weight, t, times);
    assertThat(first(arrays).change()).isEqualTo(new GradientChange(Kind.SHARES_LEFT_OUT, 1, said));
  }

  @Test
  void aFactorOfOneGradientAloneIsToldWithIt() throws SubmissionException {
    Map<String, NdArray> arrays = totals(BackwardRules.RIGHT);
    arrays.put("dW2", Programs.times(arrays.get("dW2"), 1.0 / 6));
    assertThat(first(arrays).change().kind()).isEqualTo(Kind.FACTOR_OF_SOME);
    assertThat(first(arrays).change().what()).isEqualTo("dW2");
    assertThat(first(arrays).change().value()).isEqualTo(1.0 / 6);
  }

  /** Another derivative than any that is known, at every timestep. */
  @Test
  void whatTheTimestepsMayHaveAddedIsNotTakenForThoseOfAnotherSequence()
      throws SubmissionException {
    Map<String, NdArray> arrays = totals(BackwardRules.RIGHT);
    int hidden = NET.h0().length;
    double[] h = Programs.ours(NET, BackwardRules.RIGHT).get("H").values();
    for (int t = 0; t < NET.inputs().length; t++) {
      for (int j = 0; j < hidden; j++) {
        double other = 0.1 + 0.3 * Math.abs(h[t * hidden + j]);
        arrays.get("dbh").values()[j] += other;
        arrays.get("dW1").values()[NET.inputs()[t] * hidden + j] += other;
        for (int i = 0; i < hidden; i++) {
          double left = t == 0 ? NET.h0()[i] : h[(t - 1) * hidden + i];
          arrays.get("dW2").values()[i * hidden + j] += left * other;
        }
      }
    }
    assertThat(Programs.diagnosis(arrays).isFound()).isFalse();
  }

  /** A second update of Adagrad, with what it remembers. */
  private static Map<String, NdArray> afterAdagrad(BackwardRules rules) {
    Map<String, NdArray> arrays = totals(rules);
    for (String name : Parameters.NAMES) {
      double[] gradient = arrays.get("d" + name).values();
      NdArray weights = Programs.times(arrays.get(name), 1);
      NdArray squares = Programs.times(weights, 0);
      for (int i = 0; i < gradient.length; i++) {
        double earlier = 0.02 * (i % 5);
        squares.values()[i] = earlier + gradient[i] * gradient[i];
        weights.values()[i] -= 0.1 * gradient[i] / Math.sqrt(squares.values()[i] + 1e-8);
      }
      arrays.put(name, weights);
      arrays.put("m" + name, squares);
    }
    return arrays;
  }

  @Test
  void weightsAfterALaterUpdateOfAdagradAreRecognisedByWhatItRemembers()
      throws SubmissionException {
    Explanation right = first(afterAdagrad(BackwardRules.RIGHT));
    assertThat(right.change()).isEqualTo(new GradientChange(Kind.SAVED_AFTER_UPDATE, 0.1));
    assertThat(right.faults()).isEmpty();
    Explanation wrong = first(afterAdagrad(Fault.NO_LATER_DH.rules()));
    assertThat(wrong.change()).isEqualTo(new GradientChange(Kind.SAVED_AFTER_UPDATE, 0.1));
    assertThat(wrong.faults()).containsExactly(Fault.NO_LATER_DH);
  }

  @Test
  void weightsAfterAnUnknownUpdateAreRecognisedByTheOutputs() throws SubmissionException {
    Map<String, NdArray> arrays = afterAdagrad(BackwardRules.RIGHT);
    Map<String, NdArray> rows = Programs.ours(NET, BackwardRules.RIGHT);
    Parameters.NAMES.forEach(name -> arrays.remove("m" + name));
    arrays.put("H", rows.get("H"));
    arrays.put("O", rows.get("O"));
    assertThat(first(arrays).change().kind()).isEqualTo(Kind.SAVED_AFTER_SOME_UPDATE);
    // With outputs that are none of a softmax of the saved states nothing is claimed.
    arrays.put("dW3", Programs.times(arrays.get("dW3"), 1.5));
    assertThat(Programs.diagnosis(arrays).explanations())
        .extracting(each -> each.change().kind())
        .doesNotContain(Kind.SAVED_AFTER_SOME_UPDATE);
  }

  /** An update makes the loss smaller; these weights have a larger one than the outputs. */
  @Test
  void outputsOfASmallerLossAreNotTakenForThoseBeforeAnUpdate() throws SubmissionException {
    Map<String, NdArray> arrays = afterAdagrad(BackwardRules.RIGHT);
    Map<String, NdArray> before = totals(BackwardRules.RIGHT);
    Map<String, NdArray> rows = Programs.ours(NET, BackwardRules.RIGHT);
    for (String name : Parameters.NAMES) {
      arrays.remove("m" + name);
      double[] weights = arrays.get(name).values();
      for (int i = 0; i < weights.length; i++) {
        weights[i] = 2 * before.get(name).values()[i] - weights[i];
      }
    }
    arrays.put("H", rows.get("H"));
    arrays.put("O", rows.get("O"));
    assertThat(Programs.diagnosis(arrays).explanations())
        .extracting(each -> each.change().kind())
        .doesNotContain(Kind.SAVED_AFTER_SOME_UPDATE);
  }

  /** Those of gates that no run is made with. */
  static Stream<Arguments> faultsOfGates() {
    return Nets.ALL.stream()
        .filter(net -> net.preActivations().size() > 1)
        .flatMap(
            net ->
                FaultCatalogue.of(net).tried().stream()
                    .filter(
                        fault ->
                            fault.isWritten() && !FaultCatalogue.of(net).ofRuns().contains(fault))
                    .filter(fault -> fault.id().matches("(lstm|gru|cho)-.*"))
                    .map(fault -> Arguments.of(net, fault)));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("faultsOfGates")
  void everyFaultOfGatesThatOnlyChecksTryIsNamed(Net net, Fault fault) throws SubmissionException {
    Map<String, NdArray> ours = Programs.ours(GatedPrograms.net(net), fault.rules());
    List<Explanation> found = Programs.diagnosis(GatedPrograms.totalsOf(net, ours)).explanations();
    assertThat(found).singleElement().satisfies(each -> assertThat(each.faults()).contains(fault));
  }
}
