package dev.backstep.check.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.diagnosis.Diagnosis;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.fault.Fault;
import dev.backstep.math.NdArray;
import dev.backstep.model.RandomNet;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What programs in the names of min-char-rnn save besides, or in other shapes than, the usual. */
class LoopVariablesTest {
  private final Map<String, NdArray> columns = Programs.minCharRnn(Programs.ours(Fault.NONE));

  private static Verdict assertAgrees(Map<String, NdArray> arrays) throws SubmissionException {
    Verdict verdict = Programs.verdict(arrays);
    assertThat(verdict.agrees()).as("%s", verdict.firstWrong()).isTrue();
    return verdict;
  }

  private static NdArray numbers(int... shape) {
    double[] values = new double[(int) NdArray.count(shape)];
    Arrays.fill(values, 0.5);
    return NdArray.of(values, shape);
  }

  @Test
  void variablesOfTheLastPassOfALoopAreLeftOutAndSaidToBe() throws SubmissionException {
    Map<String, NdArray> arrays =
        Programs.without(columns, "dhs", "dhraws", "dhnexts", "dys", "hs", "ps");
    arrays.put("dh", numbers(5, 1));
    arrays.put("dhnext", numbers(5));
    arrays.put("dy", numbers(7, 1));
    arrays.put("dhprev", numbers(3));
    arrays.put("loss", numbers(4));
    String rows = "with T = 6 and H = 5 it must be (6, 5) or (1, 5, 6) or (6, 5, 1).";
    assertThat(assertAgrees(arrays).remarks())
        .containsExactlyInAnyOrder(
            "dy is (7, 1) and left out; with T = 6 and V = 7 it must be (6, 7) or (1, 7, 6) or (6,"
                + " 7, 1).",
            "dh is (5, 1) and left out; " + rows,
            "dhnext is (5,) and left out; " + rows,
            "dhprev is (3,) and left out; with V = 7 and H = 5 it must be (5,) or (1, 5) or (5,"
                + " 1).",
            "loss is (4,) and left out; with T = 6 it must be (6,) or (1, 6) or (6, 1).");
  }

  @Test
  void besideTheRowsTheVariablesOfTheLoopAreNothing() throws SubmissionException {
    Map<String, NdArray> arrays = new LinkedHashMap<>(columns);
    List.of("dh", "h").forEach(name -> arrays.put(name, numbers(5, 1)));
    List.of("p", "x", "y").forEach(name -> arrays.put(name, numbers(7, 1)));
    Verdict verdict = assertAgrees(arrays);
    assertThat(verdict.supplied()).isEqualTo(6 * 6 + 5);
    assertThat(verdict.remarks()).isEmpty();
  }

  @Test
  void probabilitiesThatWereOverwrittenAreReadAsE() throws SubmissionException {
    String overwritten =
        "ps is ps − y: the 1 of the target was subtracted in place, without a copy; it is ";
    Map<String, NdArray> arrays = Programs.with(columns, "ps", columns.get("dys"));
    assertThat(assertAgrees(arrays).remarks()).containsExactly(overwritten + "left out.");
    Verdict verdict = assertAgrees(Programs.without(arrays, "dys"));
    assertThat(verdict.remarks()).containsExactly(overwritten + "read as e.");
    assertThat(verdict.supplied()).isEqualTo(5 * 6 + 5);
  }

  @ParameterizedTest
  @CsvSource({"7, 5, 6", "5, 5, 6", "6, 6, 6", "7, 6, 6"})
  void weightsAndTimeStandEitherWay(int vocabulary, int hidden, int length)
      throws SubmissionException {
    RandomNet net = RandomNet.of(5, vocabulary, hidden, length);
    for (Fault fault : List.of(Fault.NONE, Fault.MISSING_TRANSPOSE)) {
      Map<String, NdArray> all = Programs.minCharRnn(Programs.ours(net, fault.rules()));
      Map<String, NdArray> rows = new LinkedHashMap<>(all);
      for (String name : List.of("Wxh", "Whh", "Why", "dWxh", "dWhh", "dWhy")) {
        rows.put(name, Programs.transposed(all.get(name)));
      }
      Map<String, NdArray> turned = new LinkedHashMap<>(all);
      List.of("hs", "ps", "dys").forEach(name -> turned.put(name, across(all.get(name))));
      for (Map<String, NdArray> arrays : List.of(all, rows, turned)) {
        assertJudged(Programs.verdict(arrays), fault);
      }
      assertThat(Programs.verdict(rows).remarks())
          .contains(
              "Wxh, Whh and Why are read as in a program with row vectors; what is written out is"
                  + " written for columns, as in min-char-rnn.");
    }
  }

  private static void assertJudged(Verdict verdict, Fault fault) {
    assertThat(verdict.agrees()).as("%s", verdict.firstWrong()).isEqualTo(fault.isNone());
    assertThat(verdict.rows().get(0).wrongTimesteps()).isEmpty();
    assertThat(verdict.rows().get(1).wrongTimesteps()).isEmpty();
    if (!fault.isNone()) {
      assertThat(Diagnosis.of(verdict).explanations().get(0).faults()).containsExactly(fault);
    }
  }

  private static NdArray across(NdArray overTime) {
    int[] shape = overTime.shape();
    return Programs.transposed(NdArray.of(overTime.values(), shape[0], shape[1]));
  }
}
