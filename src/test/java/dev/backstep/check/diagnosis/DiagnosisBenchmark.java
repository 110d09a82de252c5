package dev.backstep.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.reading.Programs;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.fault.Fault;
import dev.backstep.model.RandomNet;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long a diagnosis takes at V = 80, H = 128, T = 50, pairs of faults included. */
@Tag("benchmark")
class DiagnosisBenchmark {
  private static final int RUNS = 9;
  private static final double SECOND = 1000;

  @Test
  void aDiagnosisTakesLessThanASecond() throws SubmissionException {
    RandomNet net = RandomNet.of(1, 80, 128, 50);
    for (List<Fault> faults :
        List.of(
            List.of(Fault.NONE),
            List.of(Fault.MISSING_TRANSPOSE),
            List.of(Fault.MISSING_TRANSPOSE, Fault.NO_TANH_DERIVATIVE),
            List.of(Fault.SOFTMAX_TWICE, Fault.NO_LATER_DH))) {
      Fault last = faults.get(faults.size() - 1);
      Verdict verdict =
          Programs.verdict(Programs.totalsOf(Programs.ours(net, faults.get(0).with(last))));
      double[] times = new double[RUNS];
      for (int i = 0; i < RUNS; i++) {
        times[i] = milliseconds(verdict);
      }
      double first = times[0];
      Arrays.sort(times);
      System.out.printf(
          "%s: the first %.0f ms, the median %.0f ms%n", faults, first, times[RUNS / 2]);
      assertThat(times[RUNS / 2]).isLessThan(SECOND);
    }
  }

  /** Of this thread, so that nothing else that the machine does is counted. */
  private static double milliseconds(Verdict verdict) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Diagnosis diagnosis = Diagnosis.of(verdict);
    long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    assertThat(diagnosis.isRight() || diagnosis.isFound()).isTrue();
    return (after - before) / 1e6;
  }
}
