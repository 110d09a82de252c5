package dev.backstep.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.reading.Programs;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.fault.Fault;
import dev.backstep.math.NdArray;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A program whose net is none that is known may be right, and is not called wrong. */
class OtherNetTest {
  /** Numbers that come of no cell of these weights. */
  private static NdArray other(NdArray right) {
    double[] values = Arrays.stream(right.values()).map(each -> 0.5 * each + 0.1).toArray();
    return NdArray.of(values, right.shape());
  }

  private static Map<String, NdArray> programWithOther(Fault fault, String... names) {
    Map<String, NdArray> arrays = new LinkedHashMap<>(Programs.ours(fault));
    for (String name : names) {
      arrays.computeIfPresent(name, (key, right) -> other(right));
    }
    return arrays;
  }

  private static Diagnosis diagnosis(Map<String, NdArray> arrays) throws SubmissionException {
    return Diagnosis.of(Programs.verdict(arrays));
  }

  @Test
  void otherStatesOutputsAndGradientsCannotBeJudged() throws SubmissionException {
    Map<String, NdArray> right = Programs.ours(Fault.NONE);
    String[] computed =
        right.keySet().stream()
            .filter(name -> !name.matches("W[123]|b[ho]|x|y|h0|chars|lr"))
            .toArray(String[]::new);
    Map<String, NdArray> arrays = programWithOther(Fault.NONE, computed);
    Verdict verdict = Programs.verdict(arrays);
    Diagnosis found = Diagnosis.of(verdict);
    assertThat(found.answer(verdict)).isEqualTo(Diagnosis.Answer.CANNOT_BE_JUDGED);
    assertThat(found.doubt()).isPresent();
    assertThat(found.explanations()).isEmpty();
    assertThat(found.pairsTried()).isZero();
  }

  @Test
  void nothingThatIsRightShowsNoNet() throws SubmissionException {
    Map<String, NdArray> arrays = programWithOther(Fault.NONE, "dW1", "dW2", "dW3", "dbh", "dbo");
    arrays.keySet().removeIf(name -> !name.matches("W[123]|b[ho]|x|y|h0|dW[123]|db[ho]"));
    assertThat(diagnosis(arrays).doubt().orElseThrow()).contains("nothing that was saved");
  }

  @Test
  void aGradientThatIsRightShowsTheNetWhateverElseIsWrong() throws SubmissionException {
    Map<String, NdArray> arrays = programWithOther(Fault.NONE, "dW1", "dW2", "loss");
    arrays.keySet().removeIf(name -> !name.matches("W[123]|b[ho]|x|y|h0|dW[123]|db[ho]|loss"));
    Verdict verdict = Programs.verdict(arrays);
    assertThat(Diagnosis.of(verdict).answer(verdict)).isEqualTo(Diagnosis.Answer.DIFFERS);
  }

  @Test
  void aKnownFaultOfTheForwardPassIsFoundAllTheSame() throws SubmissionException {
    for (Fault fault : new Fault[] {Fault.STATES_SHARE_ONE_BUFFER, Fault.STALE_H}) {
      assertThat(diagnosis(Programs.ours(fault)).explanations().get(0).faults())
          .containsExactly(fault);
    }
  }
}
