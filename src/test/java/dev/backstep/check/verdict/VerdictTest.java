package dev.backstep.check.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.diagnosis.Diagnosis;
import dev.backstep.check.reading.Programs;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.check.submission.Tolerance;
import dev.backstep.fault.Fault;
import dev.backstep.math.NdArray;
import dev.backstep.model.RandomNet;
import dev.backstep.net.Cell;
import dev.backstep.net.Input;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
  private final Map<String, NdArray> ours = Programs.ours(Fault.NONE);

  /** One entry is off by a hundredth. */
  private Map<String, NdArray> spoilt(Map<String, NdArray> arrays, String name, int entry) {
    NdArray array = arrays.get(name);
    double[] values = array.values().clone();
    values[entry] += 0.01;
    return Programs.with(arrays, name, NdArray.of(values, array.shape()));
  }

  @ParameterizedTest
  @CsvSource({
    // H = 5 and V = 7: entry 13 of dh is dh[3] at t = 2, of e it is e[6] at t = 1.
    "H, 13, 2, [3]",
    "O, 13, 1, [6]",
    "e, 13, 1, [6]",
    "dh, 13, 2, [3]",
    "dh_prev, 29, 5, [4]",
    "dxt, 0, 0, [0]",
  })
  void theFirstWrongEntryIsFound(String name, int entry, int timestep, String index)
      throws SubmissionException {
    JudgedEntry wrong = Programs.verdict(spoilt(ours, name, entry)).firstWrong().orElseThrow();
    assertThat(wrong.what()).isEqualTo(name);
    assertThat(wrong.timestep()).isEqualTo(timestep);
    assertThat(wrong.index()).isEqualTo(index);
    assertThat(wrong.right()).isEqualTo(ours.get(name).values()[entry]);
    assertThat(wrong.yours()).isEqualTo(wrong.right() + 0.01);
    assertThat(wrong.derivation().orElseThrow().result()).isEqualTo(wrong.right());
  }

  @Test
  void whatIsComputedFirstIsToldFirst() throws SubmissionException {
    Map<String, NdArray> arrays = spoilt(ours, "dW1", 0);
    assertThat(Programs.verdict(arrays).firstWrong().orElseThrow().what()).isEqualTo("dW1");
    arrays = spoilt(arrays, "dh", 0);
    arrays = spoilt(arrays, "dtanh", 5);
    assertThat(Programs.verdict(arrays).firstWrong().orElseThrow().what()).isEqualTo("dtanh");
    arrays = spoilt(arrays, "loss", 5);
    assertThat(Programs.verdict(arrays).firstWrong().orElseThrow().what()).isEqualTo("loss");
    arrays = spoilt(arrays, "H", 29);
    assertThat(Programs.verdict(arrays).firstWrong().orElseThrow().what()).isEqualTo("H");
    arrays = spoilt(arrays, "O", 0);
    assertThat(Programs.verdict(arrays).firstWrong().orElseThrow().what()).isEqualTo("O");
  }

  @Test
  void theIndexOfAWeightIsThatOfTheFilesOwnArray() throws SubmissionException {
    JudgedEntry rows = Programs.verdict(spoilt(ours, "dW1", 13)).firstWrong().orElseThrow();
    assertThat(rows.index()).isEqualTo("[2, 3]");
    Map<String, NdArray> columns = Programs.minCharRnn(spoilt(ours, "dW1", 13));
    JudgedEntry column = Programs.verdict(columns).firstWrong().orElseThrow();
    assertThat(column.what()).isEqualTo("dWxh");
    assertThat(column.index()).isEqualTo("[3, 2]");
    assertThat(column.derivation().orElseThrow().name()).isEqualTo("dWxh[3,2]");
  }

  @Test
  void theGridHasEveryQuantityAtEveryTimestep() throws SubmissionException {
    Verdict verdict = Programs.verdict(Programs.without(spoilt(ours, "dh", 13), "dxt"));
    assertThat(verdict.rows()).hasSize(Vanilla.NET.vectors().size() + 1);
    RowJudgement dh = row(verdict, Cell.DH);
    assertThat(dh.wrongTimesteps()).containsExactly(2);
    assertThat(dh.cells().get(2).error()).isBetween(1e-4, 0.1);
    assertThat(row(verdict, Input.DXT).isSupplied()).isFalse();
    assertThat(verdict.right()).isEqualTo(verdict.supplied() - 1);
  }

  private static RowJudgement row(Verdict verdict, Vector quantity) {
    return verdict.rows().stream()
        .filter(row -> row.quantity() == quantity)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void singlePrecisionIsJudgedByWhatItCanHold() throws SubmissionException {
    Map<String, NdArray> single = new LinkedHashMap<>();
    ours.forEach((name, array) -> single.put(name, inSingle(array)));
    Verdict verdict = Programs.verdict(single);
    assertThat(verdict.submission().tolerance()).isEqualTo(Tolerance.OF_FLOAT32);
    assertThat(verdict.agrees()).isTrue();
    assertThat(Programs.verdict(spoilt(ours, "dh", 13)).submission().tolerance())
        .isEqualTo(Tolerance.OF_FLOAT64);
    NdArray dh = single.get("dh");
    dh.values()[13] += 2e-5;
    assertThat(Programs.verdict(single).agrees()).as("what rounding may add up to").isTrue();
    dh.values()[13] += 1e-3;
    assertThat(Programs.verdict(single).agrees()).isFalse();
  }

  private static NdArray inSingle(NdArray array) {
    if (array.kind() != NdArray.Kind.FLOAT64) {
      return array;
    }
    double[] values = array.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) values[i];
    }
    return new NdArray(NdArray.Kind.FLOAT32, array.shape(), values);
  }

  @Test
  void aMeanLossMakesItsGradientsRight() throws SubmissionException {
    double sum = Arrays.stream(ours.get("loss").values()).sum();
    Map<String, NdArray> mean = Programs.totalsOf(ours);
    mean.replaceAll((name, array) -> isGradient(name) ? Programs.times(array, 1 / 6.0) : array);
    mean.put("loss", NdArray.of(new double[] {sum / 6}));
    Verdict verdict = Programs.verdict(mean);
    assertThat(verdict.agrees()).isTrue();
    assertThat(verdict.remarks())
        .containsExactly(
            "The loss is the mean over T = 6 timesteps; gradients of the mean are compared after"
                + " multiplying them by T.");
    mean.put("loss", NdArray.of(new double[] {sum}));
    assertThat(Programs.verdict(mean).agrees()).isFalse();
  }

  private static boolean isGradient(String name) {
    return name.startsWith("d");
  }

  @Test
  void aMeanLossBesideGradientsOfTheSumIsNoFault() throws SubmissionException {
    double sum = Arrays.stream(ours.get("loss").values()).sum();
    assertThat(
            Programs.verdict(Programs.with(ours, "loss", NdArray.of(new double[] {sum / 6})))
                .agrees())
        .isTrue();
  }

  @Test
  void aWrongLossIsToldAndNothingElse() throws SubmissionException {
    Verdict verdict =
        Programs.verdict(Programs.with(ours, "loss", NdArray.of(new double[] {-0.3})));
    assertThat(verdict.loss().differs()).isTrue();
    assertThat(verdict.firstWrong().orElseThrow().what()).isEqualTo("loss");
    assertThat(Diagnosis.of(verdict).isRight()).isTrue();
  }

  @Test
  void aStateThatWasSavedTooLateIsSaid() throws SubmissionException {
    String sentence =
        "The state before the sequence is the one after it: save it before it is overwritten"
            + " (before = hprev.copy()).";
    double[] last = Arrays.copyOfRange(ours.get("H").values(), 5 * 5, 6 * 5);
    Map<String, NdArray> late = Programs.with(ours, "h0", NdArray.of(last, 5));
    assertThat(Programs.verdict(late).remarks()).containsExactly(sentence);

    RandomNet net = Programs.net();
    Map<String, NdArray> first =
        Programs.ours(
            new RandomNet(net.parameters(), net.inputs(), net.targets(), new double[5]),
            Fault.NONE.rules());
    last = Arrays.copyOfRange(first.get("H").values(), 5 * 5, 6 * 5);
    Map<String, NdArray> totals =
        Programs.with(Programs.totalsOf(first), "h0", NdArray.of(last, 5));
    assertThat(Programs.verdict(totals).remarks()).containsExactly(sentence);
    assertThat(Programs.verdict(ours).remarks()).isEmpty();
  }
}
