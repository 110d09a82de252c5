package dev.backstep.check.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.backstep.check.submission.SubmissionException;
import dev.backstep.check.verdict.Outcome;
import dev.backstep.check.verdict.TotalJudgement;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.fault.Fault;
import dev.backstep.math.NdArray;
import dev.backstep.model.RandomNet;
import dev.backstep.model.ReferenceCase;
import dev.backstep.model.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same right numbers in the names and shapes of three kinds of programs. */
class DialectsTest {
  private final Map<String, NdArray> ours = Programs.ours(Fault.NONE);

  private static void assertAllAgrees(
      Map<String, NdArray> arrays, KnownDialect dialect, long supplied) throws SubmissionException {
    Verdict verdict = Programs.verdict(arrays);
    assertThat(verdict.agrees()).as("%s", verdict.firstWrong()).isTrue();
    assertThat(verdict.submission().naming().title()).isEqualTo(dialect.title());
    assertThat(verdict.supplied()).isEqualTo(supplied);
  }

  @Test
  void ourNamesAreRecognised() throws SubmissionException {
    // Nine quantities and the loss at six timesteps, and six totals.
    assertAllAgrees(ours, KnownDialect.OURS, 10 * 6 + 6);
  }

  @Test
  void theNamesAndColumnsOfMinCharRnnAreRecognised() throws SubmissionException {
    assertAllAgrees(Programs.minCharRnn(ours), KnownDialect.MIN_CHAR_RNN, 6 * 6 + 5);
  }

  @Test
  void bothBiasesOfPyTorchHaveTheGradientOfTheirSum() throws SubmissionException {
    assertAllAgrees(Programs.pytorch(ours), KnownDialect.PYTORCH, 6 + 6);
    Map<String, NdArray> wrong =
        Programs.with(
            Programs.pytorch(ours), "rnn.bias_ih_l0.grad", Programs.times(ours.get("dbh"), 0.5));
    assertThat(Programs.verdict(wrong).totals())
        .filteredOn(total -> total.judgement().differs())
        .extracting(TotalJudgement::name)
        .containsExactly("rnn.bias_ih_l0.grad");
  }

  @Test
  void squareMatricesAreJudgedByTheirNames() throws SubmissionException {
    Map<String, NdArray> square = Programs.ours(RandomNet.of(3, 5, 5, 4), Fault.NONE.rules());
    assertAllAgrees(square, KnownDialect.OURS, 10 * 4 + 6);
    assertAllAgrees(Programs.minCharRnn(square), KnownDialect.MIN_CHAR_RNN, 6 * 4 + 5);
    assertAllAgrees(Programs.pytorch(square), KnownDialect.PYTORCH, 4 + 6);
  }

  @Test
  void timeMayBeTheLastAxisAndCharactersOneHot() throws SubmissionException {
    Map<String, NdArray> arrays = new LinkedHashMap<>(ours);
    arrays.put("H", timeLast(ours.get("H")));
    arrays.put("O", timeLast(ours.get("O")));
    arrays.put("x", oneHot(ours.get("x"), 7));
    arrays.put("y", timeLast(oneHot(ours.get("y"), 7)));
    arrays.put("bh", NdArray.of(ours.get("bh").values(), 1, 5));
    arrays.put("dbh", NdArray.of(ours.get("dbh").values(), 5, 1));
    assertAllAgrees(arrays, KnownDialect.OURS, 10 * 6 + 6);
  }

  private static NdArray timeLast(NdArray overTime) {
    NdArray turned = Programs.transposed(overTime);
    return NdArray.of(turned.values(), 1, turned.shape()[0], turned.shape()[1]);
  }

  private static NdArray oneHot(NdArray ids, int vocabulary) {
    double[] rows = new double[ids.values().length * vocabulary];
    for (int t = 0; t < ids.values().length; t++) {
      rows[t * vocabulary + (int) ids.values()[t]] = 1;
    }
    return NdArray.of(rows, ids.values().length, vocabulary);
  }

  @Test
  void whatIsMissingIsNotSuppliedAndSaid() throws SubmissionException {
    Verdict verdict =
        Programs.verdict(Programs.without(ours, "bh", "bo", "h0", "dW2", "dh", "loss"));
    assertThat(verdict.remarks())
        .containsExactly(
            "bh is not supplied and taken as 0.",
            "bo is not supplied and taken as 0.",
            "h0 is not supplied and taken as 0.");
    assertThat(verdict.totals())
        .filteredOn(total -> total.judgement().outcome() == Outcome.NOT_SUPPLIED)
        .extracting(TotalJudgement::name)
        .containsExactly("dW2");
  }

  @Test
  void withoutTargetsHAndOAreCheckedAndWithoutTheOutputLayerOnlyH() throws SubmissionException {
    Verdict noTargets = Programs.verdict(Programs.without(ours, "y"));
    assertThat(noTargets.agrees()).isTrue();
    assertThat(noTargets.supplied()).isEqualTo(2 * 6);
    Verdict noOutput = Programs.verdict(Programs.without(ours, "W3", "bo", "O"));
    assertThat(noOutput.supplied()).isEqualTo(6);
    assertThat(noOutput.remarks()).contains("W3 is not supplied: only h can be checked.");
  }

  static Stream<ReferenceCase> references() {
    return ReferenceCase.all();
  }

  @ParameterizedTest
  @MethodSource("references")
  void theNumbersOfAnIndependentImplementationAgree(ReferenceCase reference)
      throws SubmissionException {
    Map<String, NdArray> arrays = References.submission(reference);
    Verdict verdict = Programs.verdict(arrays);
    assertThat(verdict.agrees()).as("%s", verdict.firstWrong()).isTrue();
    assertThat(verdict.supplied()).isEqualTo(10L * reference.length() + 6);
    Shape shape = reference.shape();
    assertThat(verdict.submission().shape()).isEqualTo(shape);
  }

  @Test
  void namesThatMeanNothingAreLeftAlone() {
    Map<String, NdArray> more = new LinkedHashMap<>(ours);
    more.put("H_size", NdArray.of(new double[] {5}));
    more.put("mask", NdArray.of(new double[] {Double.NaN}, 1));
    assertThatCode(() -> Programs.verdict(more)).doesNotThrowAnyException();
    List<String> names = List.of("H", "h");
    Map<String, NdArray> number = Programs.without(ours, "H");
    names.forEach(name -> number.put(name, NdArray.of(new double[] {5})));
    assertThatCode(() -> Programs.verdict(number)).doesNotThrowAnyException();
  }
}
