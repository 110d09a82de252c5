package dev.backstep.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.submission.GatedPrograms;
import dev.backstep.check.submission.Programs;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.fault.Fault;
import dev.backstep.math.NdArray;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault of every net with gates, saved in the project's names and in PyTorch's, with the rows
 * and without, in float64 and float32. What is said may be that several give these numbers; it is
 * never another fault alone, and never that all is right where the numbers are not.
 */
class GatedFaultsTest {
  static Stream<Arguments> faults() {
    return Nets.ALL.stream()
        .filter(net -> net.preActivations().size() > 1)
        .flatMap(
            net -> Fault.catalogue(net).stream().map(fault -> Arguments.of(net.id(), fault.id())));
  }

  private static Map<String, NdArray> ours(Net net, Fault fault) {
    return Programs.ours(GatedPrograms.net(net), fault.rules());
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("faults")
  void aFaultIsNamed(String cell, String id) throws SubmissionException {
    Net net = Nets.of(cell).orElseThrow();
    Fault fault = Fault.of(id).orElseThrow();
    Map<String, NdArray> ours = ours(net, fault);
    assertNamed(ours, fault);
    assertNamed(GatedPrograms.totalsOf(net, ours), fault);
    assertNamed(GatedPrograms.inFloats(ours), fault);
    assertNamed(GatedPrograms.inFloats(GatedPrograms.totalsOf(net, ours)), fault);
    if (GatedPrograms.isInTorch(net)) {
      Map<String, NdArray> torch = GatedPrograms.pytorch(net, ours);
      assertNamed(torch, fault);
      assertNamed(GatedPrograms.inFloats(torch), fault);
    }
  }

  private static void assertNamed(Map<String, NdArray> arrays, Fault fault)
      throws SubmissionException {
    Verdict verdict = Programs.verdict(arrays);
    Diagnosis diagnosis = Diagnosis.of(verdict);
    if (diagnosis.isRight()) {
      assertThat(diagnosis.apart()).extracting(AlternativeFault::fault).contains(fault);
      return;
    }
    assertThat(diagnosis.explanations())
        .filteredOn(Explanation::isComplete)
        .flatExtracting(Explanation::faults)
        .contains(fault);
  }
}
