package dev.backstep.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.diagnosis.NeededData.Kind;
import dev.backstep.check.reading.Programs;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.fault.Fault;
import dev.backstep.math.NdArray;
import dev.backstep.model.RandomNet;
import dev.backstep.model.WeakEvidence;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How sure a diagnosis is, and what data would make it surer. */
class TellingApartTest {
  private static RandomNet withoutState(RandomNet net) {
    return new RandomNet(
        net.parameters(), net.inputs(), net.targets(), new double[net.h0().length]);
  }

  @Test
  void withoutAStateTheLeftOutFirstStepAgreesAndItIsSaidThatAStateWouldShowIt()
      throws SubmissionException {
    Map<String, NdArray> arrays =
        Programs.ours(withoutState(Programs.net()), Fault.SKIPS_T0.rules());
    Verdict verdict = Programs.verdict(arrays);
    assertThat(verdict.agrees()).isTrue();
    Diagnosis diagnosis = Diagnosis.of(verdict);
    assertThat(diagnosis.apart())
        .contains(new AlternativeFault(Fault.SKIPS_T0, new NeededData(Kind.NON_ZERO_H0)))
        .contains(new AlternativeFault(Fault.NO_RESET, new NeededData(Kind.SECOND_SEQUENCE)))
        .contains(new AlternativeFault(Fault.PADDING_UNMASKED, new NeededData(Kind.PADDED)));
    assertThat(diagnosis.weakEvidence()).containsExactly(WeakEvidence.ZERO_H0);
  }

  @Test
  void withAStateItIsNoLongerHidden() throws SubmissionException {
    Diagnosis diagnosis = Programs.diagnosis(Programs.ours(Fault.NONE));
    assertThat(diagnosis.isRight()).isTrue();
    assertThat(diagnosis.apart())
        .extracting(AlternativeFault::fault)
        .contains(Fault.NO_RESET)
        .doesNotContain(Fault.SKIPS_T0, Fault.H_WRAPS_AROUND);
  }

  @Test
  void withOneTimestepWhatHappensInTimeIsHidden() throws SubmissionException {
    Map<String, NdArray> arrays =
        Programs.ours(RandomNet.of(2, 7, 5, 1), Fault.NO_LATER_DH.rules());
    Diagnosis diagnosis = Programs.diagnosis(arrays);
    assertThat(diagnosis.isRight()).isTrue();
    assertThat(diagnosis.apart())
        .contains(new AlternativeFault(Fault.NO_LATER_DH, new NeededData(Kind.LONGER)));
  }

  @Test
  void faultsThatTheSuppliedArraysDoNotTellApartAreBothNamedWithTheArrayThatWould()
      throws SubmissionException {
    Map<String, NdArray> columns =
        Programs.minCharRnn(Programs.totalsOf(Programs.ours(Fault.NO_OUTPUT_DH)));
    columns.keySet().removeIf(name -> name.equals("dWhy") || name.equals("dby"));
    Diagnosis diagnosis = Programs.diagnosis(columns);
    assertThat(diagnosis.explanations())
        .flatExtracting(Explanation::faults)
        .containsExactly(Fault.NO_OUTPUT_DH, Fault.LOSS_AT_LAST_STEP_ONLY);
    assertThat(diagnosis.apart())
        .containsExactly(
            new AlternativeFault(Fault.LOSS_AT_LAST_STEP_ONLY, new NeededData(Kind.SAVE, "dWhy")));
  }
}
