package dev.backstep.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.reading.Programs;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.fault.Fault;
import dev.backstep.model.RandomNet;
import org.junit.jupiter.api.Test;

/** Bounds on the work; what time it takes is measured by the benchmark. */
class DiagnosisSpeedTest {
  @Test
  void aPairOfFaultsInALargeNetIsFoundAmongAFewHundred() throws SubmissionException {
    RandomNet net = RandomNet.of(1, 80, 128, 50);
    Verdict verdict =
        Programs.verdict(
            Programs.totalsOf(
                Programs.ours(net, Fault.MISSING_TRANSPOSE.with(Fault.NO_TANH_DERIVATIVE))));
    Diagnosis diagnosis = Diagnosis.of(verdict);
    assertThat(diagnosis.explanations().get(0).faults())
        .containsExactlyInAnyOrder(Fault.MISSING_TRANSPOSE, Fault.NO_TANH_DERIVATIVE);
    assertThat(diagnosis.pairsTried()).isLessThan(200);
  }
}
