package dev.backstep.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.check.diagnosis.GradientChange.Kind;
import dev.backstep.check.reading.Programs;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.fault.Fault;
import dev.backstep.math.NdArray;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.RandomNet;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A run that began with another hidden state than its file says is told from a fault. */
class OtherStateTest {
  private static final RandomNet NET = Programs.net();
  private static final double NORM =
      Math.sqrt(Arrays.stream(NET.h0()).map(entry -> entry * entry).sum());

  private static Map<String, NdArray> fromZeros(BackwardRules rules) {
    Map<String, NdArray> arrays = Programs.ours(NET.fromZeros(), rules);
    return Programs.with(arrays, "h0", NdArray.of(NET.h0(), 5));
  }

  private static void assertState(
      Map<String, NdArray> arrays, Kind kind, double norm, String name, Fault... faults)
      throws SubmissionException {
    Explanation explanation = Programs.diagnosis(arrays).explanations().get(0);
    assertThat(explanation.change().kind()).isEqualTo(kind);
    assertThat(explanation.change().value()).isCloseTo(norm, within(1e-9));
    assertThat(explanation.change().what()).isEqualTo(name);
    assertThat(explanation.faults()).containsExactly(faults);
  }

  @Test
  void aRunFromZerosIsToldFromTheStateThatWasSavedWithIt() throws SubmissionException {
    Map<String, NdArray> arrays = fromZeros(BackwardRules.RIGHT);
    assertState(arrays, Kind.ZERO_STATE, 0, "h0");
    assertState(Programs.totalsOf(arrays), Kind.ZERO_STATE, 0, "h0");
    assertState(Programs.minCharRnn(arrays), Kind.ZERO_STATE, 0, "hprev");
  }

  @Test
  void aFaultInARunFromZerosIsNamedWithIt() throws SubmissionException {
    Map<String, NdArray> arrays = fromZeros(Fault.NO_LATER_DH.rules());
    assertState(arrays, Kind.ZERO_STATE, 0, "h0", Fault.NO_LATER_DH);
    Map<String, NdArray> totals = Programs.totalsOf(arrays);
    assertState(totals, Kind.ZERO_STATE, 0, "h0", Fault.NO_LATER_DH);
  }

  @Test
  void aStateThatWasNotSavedFollowsFromTheFirstHAndIsProvenByTheGradientOfW2()
      throws SubmissionException {
    Map<String, NdArray> arrays = Programs.without(Programs.ours(Fault.NONE), "h0");
    assertState(arrays, Kind.OTHER_STATE, NORM, "h0");
    assertState(
        Programs.without(Programs.ours(Fault.MISSING_TRANSPOSE), "h0"),
        Kind.OTHER_STATE,
        NORM,
        "h0",
        Fault.MISSING_TRANSPOSE);
    Diagnosis unproven = Programs.diagnosis(Programs.without(arrays, "dW2"));
    assertThat(unproven.isFound()).isFalse();
  }

  @Test
  void aStateThatWasSavedTooLateIsNotTheOneThatTheRunBeganWith() throws SubmissionException {
    Map<String, NdArray> arrays = Programs.ours(Fault.NONE);
    double[] states = arrays.get("H").values();
    double[] last = Arrays.copyOfRange(states, states.length - 5, states.length);
    assertState(Programs.with(arrays, "h0", NdArray.of(last, 5)), Kind.OTHER_STATE, NORM, "h0");
  }

  @Test
  void whereTheFirstHIsWrongForAnotherReasonNoStateIsMadeUp() throws SubmissionException {
    Map<String, NdArray> arrays = Programs.ours(Fault.NONE);
    NdArray states = NdArray.of(arrays.get("H").values().clone(), arrays.get("H").shape());
    states.values()[2] += 0.01;
    assertThat(Programs.diagnosis(Programs.with(arrays, "H", states)).isFound()).isFalse();
    states.values()[2] = 1;
    assertThat(Programs.diagnosis(Programs.with(arrays, "H", states)).isFound()).isFalse();
  }

  @Test
  void whereW2HasNoInverseNoStateIsMadeUp() throws SubmissionException {
    RandomNet net = Programs.net();
    Arrays.fill(net.parameters().get("W2").data, 0.25);
    Map<String, NdArray> arrays =
        Programs.without(Programs.ours(net, BackwardRules.RIGHT), "h0", "loss");
    assertThat(Programs.diagnosis(arrays).isFound()).isFalse();
  }
}
