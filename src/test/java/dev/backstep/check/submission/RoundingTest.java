package dev.backstep.check.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.diagnosis.Diagnosis;
import dev.backstep.check.diagnosis.Explanation;
import dev.backstep.check.reading.Programs;
import dev.backstep.check.verdict.JudgedEntry;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.fault.Fault;
import dev.backstep.fault.Faults;
import dev.backstep.math.NdArray;
import dev.backstep.model.Batch;
import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.model.RandomNet;
import dev.backstep.model.Shape;
import dev.backstep.net.Vanilla;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A net that amplifies the last digit is judged by what is left of the digits. */
class RoundingTest {
  /** Weights of a standard deviation of 1, as {@code np.random.randn} without a scale gives. */
  private static final RandomNet WILD = RandomNet.gaussian(2, 1, new Shape(30, 60), 25);

  /** A seed that the passes of a judgement do not have. */
  private static final long OTHER = 77;

  /** What a program computes that rounds otherwise: from weights that are off by a unit. */
  private static Map<String, NdArray> rounded(Fault fault, Precision precision) {
    Example given = new Example(WILD.parameters(), WILD.inputs(), WILD.targets(), WILD.h0());
    Batch moved = new MovedRules(Vanilla.NET, precision, OTHER).moved(Batch.of(given));
    RandomNet other = new RandomNet(moved.weights(), WILD.inputs(), WILD.targets(), moved.states());
    Map<String, NdArray> rounded = new LinkedHashMap<>(Programs.ours(other, fault.rules()));
    Map<String, NdArray> ours = Programs.ours(WILD, Fault.NONE.rules());
    Parameters.NAMES.forEach(name -> rounded.put(name, ours.get(name)));
    rounded.put("h0", ours.get("h0"));
    return rounded;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aRightProgramOfANetThatAmplifiesRoundingIsNotCalledWrong(boolean hasRows)
      throws SubmissionException {
    Map<String, NdArray> all = rounded(Fault.NONE, Precision.FLOAT64);
    Verdict verdict = Programs.verdict(hasRows ? all : Programs.totalsOf(all));
    assertThat(verdict.agrees()).as("%s", verdict.firstWrong()).isTrue();
    assertThat(verdict.open()).isPositive();
    assertThat(verdict.firstWrong()).isEmpty();
    assertThat(verdict.remarks().get(0))
        .contains("dW2")
        .contains("cannot be judged: the net amplifies the last digit of float64 to ");
    assertThat(Diagnosis.of(verdict).isRight()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"MISSING_TRANSPOSE", "NO_TANH_DERIVATIVE", "H_FOR_HPREV", "DBH_FROM_DH"})
  void aFaultThatDoesMoreThanRoundingIsNamedAllTheSame(@ConvertWith(Faults.Named.class) Fault fault)
      throws SubmissionException {
    Map<String, NdArray> wrong = rounded(fault, Precision.FLOAT64);
    for (Map<String, NdArray> arrays : List.of(wrong, Programs.totalsOf(wrong))) {
      assertThat(Programs.verdict(arrays).agrees()).isFalse();
      assertThat(Programs.diagnosis(arrays).explanations())
          .extracting(Explanation::faults)
          .containsExactly(List.of(fault));
    }
  }

  @Test
  void whereThereIsNothingToAmplifyTheToleranceStays() throws SubmissionException {
    Map<String, NdArray> ours = Programs.ours(Fault.NONE);
    double[] values = ours.get("dW2").values().clone();
    values[3] += 1e-8;
    NdArray off = NdArray.of(values, ours.get("dW2").shape());
    Verdict verdict = Programs.verdict(Programs.with(ours, "dW2", off));
    assertThat(verdict.open()).isZero();
    JudgedEntry first = verdict.firstWrong().orElseThrow();
    assertThat(first.what()).isEqualTo("dW2");
    assertThat(first.isClose()).isTrue();
    assertThat(first.yoursApart()).isNotEqualTo(first.rightApart());
  }

  @Test
  void whereRoundingTakesAProgramAnywhereNoFaultIsNamed() throws SubmissionException {
    Map<String, NdArray> right = Programs.totalsOf(rounded(Fault.NONE, Precision.FLOAT32));
    right.replaceAll(
        (name, array) ->
            array.kind() == NdArray.Kind.FLOAT64
                ? new NdArray(NdArray.Kind.FLOAT32, array.shape(), array.values())
                : array);
    assertThat(Programs.verdict(right).agrees()).isTrue();
    Map<String, NdArray> far = new LinkedHashMap<>(right);
    for (String name : List.of("dW1", "dW2", "dbh")) {
      far.put(name, Programs.times(right.get(name), 1e9));
    }
    Verdict verdict = Programs.verdict(far);
    assertThat(verdict.agrees()).isFalse();
    assertThat(Diagnosis.of(verdict).explanations()).isEmpty();
    assertThat(Diagnosis.of(verdict).isBlurred()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void aUnitIsTheDistanceToTheNextNumber(Precision precision) {
    double unit = precision.unit(1);
    double expected =
        switch (precision) {
          case FLOAT64 -> Math.ulp(1.0);
          case FLOAT32 -> Math.ulp(1f);
          case FLOAT16 -> 0x1p-10;
        };
    assertThat(unit).isEqualTo(expected);
    assertThat(precision.unit(-3)).isEqualTo(2 * unit);
    assertThat(precision.unit(0)).isPositive();
  }
}
