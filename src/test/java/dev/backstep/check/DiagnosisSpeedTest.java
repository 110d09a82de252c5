package dev.backstep.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.backstep.fault.Fault;
import dev.backstep.model.RandomNet;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A bound that a busy machine keeps too; what it really takes is measured by the benchmark. */
class DiagnosisSpeedTest {
  @Test
  void aPairOfFaultsInALargeNetIsFoundInAFewSeconds() throws SubmissionException {
    RandomNet net = RandomNet.of(1, 80, 128, 50);
    Verdict verdict =
        Programs.verdict(
            Programs.totalsOf(
                Programs.ours(net, Fault.MISSING_TRANSPOSE.with(Fault.NO_TANH_DERIVATIVE))));
    Diagnosis diagnosis = assertTimeout(Duration.ofSeconds(15), () -> Diagnosis.of(verdict));
    assertThat(diagnosis.explanations().get(0).faults())
        .containsExactlyInAnyOrder(Fault.MISSING_TRANSPOSE, Fault.NO_TANH_DERIVATIVE);
    assertThat(diagnosis.pairsTried()).isLessThan(200);
  }
}
