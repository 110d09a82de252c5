package dev.backstep.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.reading.Programs;
import dev.backstep.check.reading.References;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.check.submission.SuppliedRows;
import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultCatalogue;
import dev.backstep.fault.Faults;
import dev.backstep.math.NdArray;
import dev.backstep.model.ReferenceCase;
import dev.backstep.net.Notation;
import dev.backstep.net.Vanilla;
import dev.backstep.trace.Trace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault is named by its numbers. */
class DiagnosisTest {
  /** What one sequence of its own cannot show, and gradients too small to be clipped. */
  private static final Set<Fault> UNSEEN =
      Set.of(Fault.NO_RESET, Fault.PADDING_UNMASKED, Fault.CLIPPED_BEFORE_CHECK);

  static Stream<Fault> seen() {
    return FaultCatalogue.of(Vanilla.NET).ofRuns().stream()
        .filter(fault -> !UNSEEN.contains(fault));
  }

  private static void assertNamed(Map<String, NdArray> arrays, Fault fault)
      throws SubmissionException {
    Diagnosis diagnosis = Programs.diagnosis(arrays);
    assertThat(diagnosis.explanations())
        .extracting(Explanation::faults)
        .containsExactly(List.of(fault));
    assertThat(diagnosis.explanations().get(0).isComplete()).isTrue();
    assertThat(diagnosis.apart()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seen")
  void aFaultIsNamedInOurNames(Fault fault) throws SubmissionException {
    assertNamed(Programs.ours(fault), fault);
    assertNamed(Programs.totalsOf(Programs.ours(fault)), fault);
  }

  @ParameterizedTest
  @MethodSource("seen")
  void aFaultIsNamedInTheNamesOfMinCharRnn(Fault fault) throws SubmissionException {
    assertNamed(Programs.minCharRnn(Programs.ours(fault)), fault);
  }

  @ParameterizedTest
  @MethodSource("seen")
  void aFaultIsNamedInTheNamesOfPyTorch(Fault fault) throws SubmissionException {
    assertNamed(Programs.pytorch(Programs.ours(fault)), fault);
  }

  @ParameterizedTest
  @CsvSource({
    "w2_no_transpose, MISSING_TRANSPOSE",
    "no_tanh_deriv, NO_TANH_DERIVATIVE",
    "no_later_dh, NO_LATER_DH",
    "one_index_e, ONE_INDEX_E",
    "dhprev_in_dW2, DHPREV_FOR_HPREV"
  })
  void theWrongNumbersOfAnIndependentImplementationAreNamed(
      String bug, @ConvertWith(Faults.Named.class) Fault fault) throws SubmissionException {
    Map<String, NdArray> arrays = References.given(ReferenceCase.read("rnn_a_tiny"));
    ReferenceCase bugs = ReferenceCase.read("bugs_a_tiny");
    References.addTotals(arrays, bugs, "/bugs/%s/total_grads".formatted(bug));
    assertThat(Programs.diagnosis(arrays).explanations())
        .extracting(Explanation::faults)
        .contains(List.of(fault));
  }

  @ParameterizedTest
  @CsvSource({
    "MISSING_TRANSPOSE, DBH_FROM_DH",
    "NO_TANH_DERIVATIVE, MISSING_TRANSPOSE",
    "H_FOR_HPREV, W3_FROM_PREVIOUS_STATE",
    "SOFTMAX_TWICE, NO_LATER_DH",
    "ASSIGN_BH, ASSIGN_W2",
    "OUTER_PRODUCT_TRANSPOSED, TANH_TWICE"
  })
  void twoFaultsAtOnceAreNamedTogether(
      @ConvertWith(Faults.Named.class) Fault one, @ConvertWith(Faults.Named.class) Fault other)
      throws SubmissionException {
    Map<String, NdArray> both = Programs.ours(Programs.net(), one.with(other));
    for (Map<String, NdArray> arrays : List.of(both, Programs.totalsOf(both))) {
      Diagnosis diagnosis = Programs.diagnosis(arrays);
      assertThat(diagnosis.explanations())
          .extracting(explanation -> Set.copyOf(explanation.faults()))
          .containsExactly(Set.of(one, other));
      assertThat(diagnosis.pairsTried()).isLessThan(200);
    }
  }

  @Test
  void whatNothingExplainsIsSaidToBeSo() throws SubmissionException {
    Map<String, NdArray> arrays = Programs.ours(Fault.NONE);
    NdArray noise = Programs.times(arrays.get("dW2"), 0.7);
    noise.values()[3] = 1;
    Diagnosis diagnosis = Programs.diagnosis(Programs.with(arrays, "dW2", noise));
    assertThat(diagnosis.isFound()).isFalse();
    assertThat(diagnosis.isRight()).isFalse();
    assertThat(diagnosis.faultsTried()).isEqualTo(FaultCatalogue.of(Vanilla.NET).tried().size());
  }

  @Test
  void aFaultThatGivesTheWeightsButNotTheRestIsNamedWithWhatItLeaves() throws SubmissionException {
    Map<String, NdArray> arrays = Programs.ours(Fault.MISSING_TRANSPOSE);
    Map<String, NdArray> other =
        Programs.with(arrays, "dh0", Programs.times(arrays.get("dh0"), 1.5));
    Explanation partly = Programs.diagnosis(other).explanations().get(0);
    assertThat(partly.faults()).containsExactly(Fault.MISSING_TRANSPOSE);
    assertThat(partly.unexplained()).containsExactly("dh0");
  }

  @ParameterizedTest
  @MethodSource("seen")
  void theTraceOfWhatIsNamedHasTheNumbersOfTheProgram(Fault fault) throws SubmissionException {
    Map<String, NdArray> arrays = Programs.ours(fault);
    Submission submission = Programs.verdict(arrays).submission();
    Explanation named = Programs.diagnosis(arrays).explanations().get(0);
    Trace trace = named.trace(submission).orElseThrow();
    assertThat(submission.rows()).hasSizeGreaterThan(5);
    for (SuppliedRows rows : submission.rows()) {
      for (int t = 0; t < submission.length(); t++) {
        for (int i = 0; i < rows.rows()[t].length; i++) {
          assertThat(trace.values(rows.quantity()).get(t, i)).isEqualTo(rows.rows()[t][i]);
        }
      }
    }
    assertThat(trace.faultyLine().in(Notation.OURS)).isNotBlank();
  }

  @Test
  void whereTheFaultsDoNotGiveTheCellsThereIsNoTrace() throws SubmissionException {
    Submission submission = Programs.verdict(Programs.ours(Fault.NONE)).submission();
    GradientChange left = new GradientChange(GradientChange.Kind.NOT_CLEARED, 1);
    assertThat(new Explanation(left, Fault.NO_RESET).trace(submission)).isEmpty();
    assertThat(new Explanation(GradientChange.NONE).trace(submission)).isEmpty();
    GradientChange sign = new GradientChange(GradientChange.Kind.SIGN, -1);
    assertThat(new Explanation(sign, Fault.TANH_TWICE).trace(submission)).isEmpty();
    List<Fault> faults = List.of(Fault.TANH_TWICE);
    assertThat(new Explanation(faults, GradientChange.NONE, Set.of("dbh")).trace(submission))
        .isEmpty();
    GradientChange clipped = new GradientChange(GradientChange.Kind.NORM_CLIPPED, 1);
    assertThat(new Explanation(clipped, Fault.TANH_TWICE).trace(submission)).isPresent();
  }
}
