package dev.backstep.check.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.diagnosis.Explanation;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.check.submission.Tolerance;
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
import org.junit.jupiter.params.provider.ValueSource;

/** The same right numbers in the shapes and precisions in which people save them. */
class SavedShapesTest {
  private final Map<String, NdArray> ours = Programs.ours(Fault.NONE);

  private static Verdict assertAgrees(Map<String, NdArray> arrays) throws SubmissionException {
    Verdict verdict = Programs.verdict(arrays);
    assertThat(verdict.agrees()).as("%s", verdict.firstWrong()).isTrue();
    return verdict;
  }

  private static void assertAgrees(Map<String, NdArray> arrays, String... remarks)
      throws SubmissionException {
    assertThat(assertAgrees(arrays).remarks()).containsExactly(remarks);
  }

  /** The states with that before them, first or last. */
  private static NdArray withBefore(Map<String, NdArray> arrays, boolean isFirst, int... shape) {
    double[] states = arrays.get("H").values();
    double[] before = arrays.get("h0").values();
    double[] all = Arrays.copyOf(isFirst ? before : states, states.length + before.length);
    double[] rest = isFirst ? states : before;
    System.arraycopy(rest, 0, all, all.length - rest.length, rest.length);
    return NdArray.of(all, shape);
  }

  @Test
  void statesOfWhichTheOneBeforeTheSequenceIsTheFirstOrTheLastAreReadByWhichItIs()
      throws SubmissionException {
    assertAgrees(
        Programs.with(ours, "H", withBefore(ours, true, 7, 5)),
        "H has 7 rows for T = 6; the first is read as the state before the sequence.");
    assertAgrees(
        Programs.with(ours, "H", withBefore(ours, false, 7, 5, 1)),
        "H has 7 rows for T = 6; the last is read as the state before the sequence.");
    NdArray timeLast = Programs.transposed(withBefore(ours, true, 7, 5));
    assertAgrees(
        Programs.with(ours, "H", NdArray.of(timeLast.values(), 1, 5, 7)),
        "H has 7 rows for T = 6; the first is read as the state before the sequence.");
    Map<String, NdArray> columns = Programs.minCharRnn(ours);
    columns.put("hs", withBefore(ours, false, 7, 5, 1));
    assertAgrees(
        columns, "hs has 7 rows for T = 6; the last is read as the state before the sequence.");
  }

  @Test
  void whereTheStatesAreWrongTheOneNearerToH0IsTheOneBefore() throws SubmissionException {
    for (boolean isFirst : new boolean[] {true, false}) {
      NdArray states = withBefore(ours, isFirst, 7, 5);
      double[] wrong = states.values();
      for (int j = isFirst ? 5 : 0; j < (isFirst ? 35 : 30); j++) {
        wrong[j] = -wrong[j];
      }
      Verdict verdict = Programs.verdict(Programs.with(ours, "H", states));
      assertThat(verdict.agrees()).isFalse();
      assertThat(verdict.remarks().get(0))
          .contains(isFirst ? "the first is read as" : "the last is read as");
    }
  }

  @Test
  void wordsThatBeginWithOneCharacterTwiceAreToldByWhatComesAfter() throws SubmissionException {
    RandomNet net = Programs.net();
    net.inputs()[1] = net.inputs()[0];
    Map<String, NdArray> twice = Programs.ours(net, Fault.NONE.rules());
    NdArray states = withBefore(twice, false, 7, 5);
    assertAgrees(
        Programs.without(Programs.with(twice, "H", states), "h0"),
        "h0 is not supplied and taken from H, of whose 7 rows it is the last.");
  }

  @Test
  void aStateThatWasSavedTooLateDoesNotDecideWhichRowIsTheOneBefore() throws SubmissionException {
    double[] states = ours.get("H").values();
    double[] last = Arrays.copyOfRange(states, states.length - 5, states.length);
    Map<String, NdArray> late = Programs.with(ours, "H", withBefore(ours, true, 7, 5));
    late.put("h0", NdArray.of(last, 5));
    assertThat(Programs.verdict(late).remarks())
        .contains("H has 7 rows for T = 6; the first is read as the state before the sequence.")
        .anyMatch(remark -> remark.startsWith("The state before the sequence is the one after"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aStateThatIsAmongTheOthersNeedNotBeSavedAlone(boolean isFirst) throws SubmissionException {
    NdArray states = withBefore(ours, isFirst, 7, 5);
    Map<String, NdArray> arrays = Programs.without(Programs.with(ours, "H", states), "h0");
    assertAgrees(
        arrays,
        "h0 is not supplied and taken from H, of whose 7 rows it is the %s."
            .formatted(isFirst ? "first" : "last"));
  }

  private static NdArray oneHot(NdArray ids, int... shape) {
    double[] rows = new double[ids.values().length * 7];
    for (int t = 0; t < ids.values().length; t++) {
      rows[t * 7 + (int) ids.values()[t]] = 1;
    }
    return NdArray.of(rows, shape);
  }

  @Test
  void oneHotCharactersMayStandInAnyOrderOfTheAxes() throws SubmissionException {
    for (int[] shape : List.of(new int[] {1, 6, 7}, new int[] {6, 1, 7}, new int[] {6, 7, 1})) {
      Map<String, NdArray> arrays = Programs.with(ours, "x", oneHot(ours.get("x"), shape));
      arrays.put("y", oneHot(ours.get("y"), shape));
      arrays.put("dh", NdArray.of(ours.get("dh").values(), 1, 6, 5));
      assertAgrees(arrays, new String[0]);
    }
  }

  @Test
  void whereTimeIsAsLongAsAVectorOneHotIsReadTheWayInWhichItIsOneHot() throws SubmissionException {
    Map<String, NdArray> square = Programs.ours(RandomNet.of(4, 7, 5, 7), Fault.NONE.rules());
    NdArray rows = oneHot(square.get("x"), 7, 7);
    NdArray timeFirst = NdArray.of(rows.values(), 1, 7, 7);
    NdArray timeLast = NdArray.of(Programs.transposed(rows).values(), 1, 7, 7);
    assertAgrees(Programs.with(square, "x", timeFirst), new String[0]);
    assertAgrees(Programs.with(square, "x", timeLast), new String[0]);
  }

  @Test
  void whereNothingTellsTheAxesApartItIsSaidHowTheyWereRead() throws SubmissionException {
    RandomNet net = RandomNet.of(4, 7, 5, 5);
    Map<String, NdArray> square = Programs.ours(net, Fault.NONE.rules());
    NdArray turned = Programs.transposed(square.get("dh"));
    assertAgrees(
        Programs.with(square, "dh", NdArray.of(turned.values(), 1, 5, 5)),
        "dh is (1, 5, 5) and read as (1, n, T).");
    Map<String, NdArray> torch = Programs.pytorch(square);
    torch.put("hs", NdArray.of(square.get("H").values(), 1, 5, 5));
    assertAgrees(torch, "hs is (1, 5, 5) and read as (1, T, n).");
    int[] order = {3, 1, 4, 0, 2, 6, 5};
    Map<String, NdArray> each = Programs.ours(RandomNet.of(4, 7, 5, 7), Fault.NONE.rules());
    each.put("x", oneHot(NdArray.of(order), 1, 7, 7));
    assertThat(Programs.verdict(each).remarks()).contains("x is (1, 7, 7) and read as (1, n, T).");
  }

  @Test
  void halfPrecisionIsJudgedByWhatItCanHold() throws SubmissionException {
    Map<String, NdArray> half = new LinkedHashMap<>(ours);
    half.replaceAll((name, array) -> inHalf(array));
    assertThat(assertAgrees(half).submission().tolerance()).isEqualTo(Tolerance.OF_FLOAT16);
    Map<String, NdArray> wrong = Programs.ours(Fault.MISSING_TRANSPOSE);
    wrong.replaceAll((name, array) -> inHalf(array));
    assertThat(Programs.diagnosis(wrong).explanations())
        .extracting(Explanation::faults)
        .containsExactly(List.of(Fault.MISSING_TRANSPOSE));
    half.get("dh").values()[13] += 0.1;
    assertThat(Programs.verdict(half).agrees()).isFalse();
  }

  /** Rounded to eleven bits, as float16 does from 2⁻¹⁴ on. */
  private static NdArray inHalf(NdArray array) {
    if (array.kind() != NdArray.Kind.FLOAT64) {
      return array;
    }
    double[] values = array.values().clone();
    for (int i = 0; i < values.length; i++) {
      double unit = Math.scalb(1.0, Math.max(Math.getExponent(values[i]), -14) - 10);
      values[i] = Math.rint(values[i] / unit) * unit;
    }
    return new NdArray(NdArray.Kind.FLOAT16, array.shape(), values);
  }

  @Test
  void theGradientOfWhatTorchReturnsIsThePartFromTheOutputAndThatOfALoopIsAll()
      throws SubmissionException {
    Map<String, NdArray> torch = Programs.pytorch(ours);
    torch.put("hs.grad", Programs.times(ours.get("dh_from_output"), 1));
    assertAgrees(
        torch,
        "hs.grad is read as the part from the output, dh_from_output, which is what torch.nn.RNN"
            + " keeps.");
    torch.put("hs.grad", ours.get("dh"));
    assertAgrees(torch, new String[0]);
  }
}
