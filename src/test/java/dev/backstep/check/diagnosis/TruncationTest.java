package dev.backstep.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.diagnosis.GradientChange.Kind;
import dev.backstep.check.reading.Programs;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.fault.Fault;
import dev.backstep.math.NdArray;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.Batch;
import dev.backstep.model.BatchPass;
import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.model.RandomNet;
import dev.backstep.model.Truncation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Gradients that end somewhere on the way back, as was chosen, with and without a fault. */
class TruncationTest {
  private static final RandomNet NET = RandomNet.of(7, 6, 5, 9);

  /** The totals of a program that goes back only so far. */
  private static Map<String, NdArray> cut(Truncation truncation, BackwardRules rules) {
    Map<String, NdArray> arrays =
        new LinkedHashMap<>(Programs.totalsOf(Programs.ours(NET, BackwardRules.RIGHT)));
    arrays.remove("dh0");
    Example example = NET.example();
    Batch whole = Batch.of(example).weighted().with(truncation);
    Parameters gradients = BatchPass.of(whole, rules).gradients();
    for (String name : gradients.names()) {
      System.arraycopy(
          gradients.get(name).data,
          0,
          arrays.get("d" + name).values(),
          0,
          gradients.get(name).data.length);
    }
    return arrays;
  }

  @Test
  void chunksAreRightAndSaid() throws SubmissionException {
    Verdict verdict = Programs.verdict(cut(Truncation.chunks(4), BackwardRules.RIGHT));
    assertThat(verdict.agrees()).isTrue();
    assertThat(verdict.remarks())
        .anyMatch(remark -> remark.contains("chunks of 4 timesteps") && remark.contains("choice"));
  }

  @Test
  void windowsAreRightAndSaid() throws SubmissionException {
    Verdict verdict = Programs.verdict(cut(Truncation.window(5), BackwardRules.RIGHT));
    assertThat(verdict.agrees()).isTrue();
    assertThat(verdict.remarks())
        .anyMatch(remark -> remark.contains("5 cells") && remark.contains("4 steps"));
  }

  @Test
  void nothingIsSaidOfAWholeSequence() throws SubmissionException {
    Verdict verdict = Programs.verdict(cut(Truncation.NONE, BackwardRules.RIGHT));
    assertThat(verdict.agrees()).isTrue();
    assertThat(verdict.remarks()).noneMatch(remark -> remark.contains("truncated"));
  }

  @Test
  void aFaultInChunksIsNamedAndTheChunksAreSaid() throws SubmissionException {
    for (Fault fault : new Fault[] {Fault.MISSING_TRANSPOSE, Fault.W3_FROM_PREVIOUS_STATE}) {
      Verdict verdict = Programs.verdict(cut(Truncation.chunks(3), fault.rules()));
      assertThat(verdict.agrees()).isFalse();
      Explanation first = Diagnosis.of(verdict).explanations().get(0);
      assertThat(first.faults()).containsExactly(fault);
      assertThat(first.change().kind()).isEqualTo(Kind.TRUNCATED);
      assertThat(first.change().value()).isEqualTo(3);
    }
  }

  @Test
  void whatIsDetachedAtEveryTimestepMayBeAChoice() throws SubmissionException {
    Verdict verdict = Programs.verdict(cut(Truncation.chunks(1), BackwardRules.RIGHT));
    assertThat(verdict.agrees()).isFalse();
    Diagnosis diagnosis = Diagnosis.of(verdict);
    assertThat(diagnosis.explanations().get(0).faults()).containsExactly(Fault.NO_LATER_DH);
    assertThat(diagnosis.notes()).containsExactly(CutShort.EVERY_STEP);
  }
}
