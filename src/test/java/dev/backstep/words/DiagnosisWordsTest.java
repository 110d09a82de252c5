package dev.backstep.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.diagnosis.AlternativeFault;
import dev.backstep.check.diagnosis.Diagnosis;
import dev.backstep.check.diagnosis.Explanation;
import dev.backstep.check.diagnosis.GradientChange;
import dev.backstep.check.diagnosis.NeededData;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.check.verdict.BestReading;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultTexts;
import dev.backstep.fault.batch.BatchFault;
import dev.backstep.math.NdArray;
import dev.backstep.model.WeakEvidence;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiagnosisWordsTest {
  private static DiagnosisWords words(Diagnosis diagnosis) {
    return new DiagnosisWords(Texts.load(), FaultTexts.load(), verdict(), diagnosis);
  }

  private static Verdict verdict() {
    NdArray one = NdArray.of(new double[] {1}, 1, 1);
    NdArray id = NdArray.of(new int[] {0, 0});
    try {
      return BestReading.verdict(
          "mine.npz", Map.of("W1", one, "W2", one, "W3", one, "x", id, "y", id, "dW2", one));
    } catch (SubmissionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Diagnosis found(GradientChange change, Fault... faults) {
    Explanation explanation = new Explanation(List.of(faults), change, Set.of());
    return new Diagnosis(
        false,
        List.of(explanation),
        List.of(),
        35,
        0,
        false,
        Optional.empty(),
        List.of(),
        Set.of());
  }

  @ParameterizedTest
  @EnumSource(
      value = GradientChange.Kind.class,
      names = {
        "NONE",
        "BATCH",
        "TRUNCATED",
        "NOT_CLEARED",
        "LIKELY_NOT_CLEARED",
        "PERHAPS_NOT_CLEARED"
      },
      mode = EnumSource.Mode.EXCLUDE)
  void everyChangeIsSaid(GradientChange.Kind kind) {
    assertThat(words(found(new GradientChange(kind, 0.5, "dW3"))).headline()).endsWith(".");
  }

  @ParameterizedTest
  @EnumSource
  void everyFaultOfABatchIsSaidByItsName(BatchFault fault) {
    GradientChange change = new GradientChange(GradientChange.Kind.BATCH, 1, fault.id());
    assertThat(words(found(change)).headline()).contains(fault.id() + ":").endsWith(".");
  }

  @Test
  void gradientsThatWereNotClearedAreCalledCertainOnlyByRows() {
    GradientChange certain = new GradientChange(GradientChange.Kind.NOT_CLEARED, 1, "dh, dtanh");
    assertThat(words(found(certain, Fault.NO_RESET)).headline())
        .startsWith("What was supplied of each cell is right (dh, dtanh)")
        .contains("no-reset")
        .doesNotContainIgnoringCase("likely");
    for (GradientChange.Kind kind :
        List.of(GradientChange.Kind.LIKELY_NOT_CLEARED, GradientChange.Kind.PERHAPS_NOT_CLEARED)) {
      assertThat(words(found(new GradientChange(kind, 1, ""), Fault.NO_RESET)).headline())
          .startsWith("Likely ")
          .contains("no-reset")
          .doesNotContain("each cell is right");
    }
  }

  @Test
  void aFaultAPairAndAFaultWithATwistAreSaid() {
    assertThat(words(found(GradientChange.NONE, Fault.MISSING_TRANSPOSE)).headline())
        .startsWith("This is missing-transpose: ");
    assertThat(
            words(found(GradientChange.NONE, Fault.MISSING_TRANSPOSE, Fault.DBH_FROM_DH))
                .headline())
        .startsWith("These are two faults at once, missing-transpose (")
        .contains(" and dbh-from-dh (");
    GradientChange clipped = new GradientChange(GradientChange.Kind.ENTRIES_CLIPPED, 5, "");
    assertThat(words(found(clipped, Fault.MISSING_TRANSPOSE)).headline())
        .contains("On top of that: Every entry is cut off at ±5:");
  }

  @Test
  void everyNeedAndEveryWeaknessOfTheEvidenceIsSaid() {
    List<AlternativeFault> apart =
        Arrays.stream(NeededData.Kind.values())
            .map(kind -> new AlternativeFault(Fault.SKIPS_T0, new NeededData(kind, "dW2")))
            .toList();
    for (AlternativeFault each : apart) {
      Diagnosis hidden =
          new Diagnosis(
              true,
              List.of(),
              List.of(each),
              35,
              0,
              false,
              Optional.empty(),
              List.of(),
              EnumSet.allOf(WeakEvidence.class));
      assertThat(words(hidden).howSure())
          .hasSize(1 + WeakEvidence.values().length)
          .allMatch(sentence -> sentence.endsWith("."));
    }
  }

  @Test
  void howSureADiagnosisIsDependsOnWhatElseWasTried() {
    assertThat(words(found(GradientChange.NONE, Fault.MISSING_TRANSPOSE)).howSure())
        .containsExactly("No other fault of the 34 that were tried gives these numbers.");
    Diagnosis nothing =
        new Diagnosis(
            false, List.of(), List.of(), 35, 9, false, Optional.empty(), List.of(), Set.of());
    assertThat(words(nothing).headline())
        .isEqualTo("None of the 35 known faults, alone or in pairs, gives these numbers.");
  }
}
