package dev.backstep.check.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.check.submission.SubmissionException;
import dev.backstep.check.verdict.BestReading;
import dev.backstep.check.verdict.TotalJudgement;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.fault.Fault;
import dev.backstep.math.NdArray;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What cannot be checked is refused in one sentence with what it is and what it must be. */
class SubmissionRefusalTest {
  private final Map<String, NdArray> ours = Programs.ours(Fault.NONE);

  private static void assertRefused(Map<String, NdArray> arrays, String sentence) {
    assertThatThrownBy(() -> BestReading.verdict("mine.npz", arrays))
        .isInstanceOf(SubmissionException.class)
        .hasMessage("mine.npz: " + sentence);
  }

  private void assertRefused(String name, NdArray array, String sentence) {
    assertRefused(Programs.with(ours, name, array), sentence);
  }

  private static NdArray zeros(int... shape) {
    return NdArray.of(new double[(int) NdArray.count(shape)], shape);
  }

  @Test
  void aWrongShapeIsToldWithTheRightOne() {
    assertRefused("W2", zeros(5, 4), "W2 is (5, 4); it must be square, (H, H).");
    assertRefused("W1", zeros(7, 4), "W1 is (7, 4); with V = 7 and H = 5 it must be (7, 5).");
    assertRefused(
        "W1",
        zeros(5, 7),
        "W1 is (5, 7); with V = 7 and H = 5 it must be (7, 5) (it looks transposed).");
    assertRefused(
        "bh", zeros(4), "bh is (4,); with V = 7 and H = 5 it must be (5,) or (1, 5) or (5, 1).");
    assertRefused(
        Programs.with(onlyGiven(), "dh", zeros(5, 1)),
        "dh is (5, 1); with T = 6 and H = 5 it must be (6, 5) or (1, 5, 6) or (6, 5, 1).");
    assertRefused("W1", zeros(7), "W1 is (7,); it must be a matrix, (V, H).");
  }

  private Map<String, NdArray> onlyGiven() {
    Map<String, NdArray> onlyGiven = Programs.totalsOf(ours);
    onlyGiven.keySet().removeIf(name -> name.startsWith("d"));
    return onlyGiven;
  }

  @Test
  void gradientsStandAsTheirWeights() {
    Map<String, NdArray> columns = Programs.minCharRnn(ours);
    assertRefused(
        Programs.with(columns, "Wxh", zeros(7, 5)),
        "dWxh is (5, 7); with V = 7 and H = 5 it must be (7, 5) (it looks transposed).");
  }

  @Test
  void aNumberThatIsNotFiniteIsToldWithItsPlace() {
    NdArray holes = zeros(5, 5);
    holes.values()[8] = Double.NaN;
    assertRefused("dW2", holes, "dW2[1, 3] is NaN; every number must be finite.");
    holes.values()[8] = Double.NEGATIVE_INFINITY;
    assertRefused("dW2", holes, "dW2[1, 3] is infinite; every number must be finite.");
  }

  @Test
  void idsThatDoNotExistAreToldWithTheirPlace() {
    assertRefused(
        "x",
        NdArray.of(new int[] {0, 1, 7, 2, 3, 4}),
        "x[2] is 7; with V = 7 ids are whole numbers from 0 to 6.");
    assertRefused(
        "y",
        NdArray.of(new double[] {0, 1, 2, 2.5, 3, 4}, 6),
        "y[3] is 2.5; with V = 7 ids are whole numbers from 0 to 6.");
    assertRefused(
        "x",
        NdArray.of(new int[] {-1}),
        "x[0] is -1; with V = 7 ids are whole numbers from 0 to 6.");
    assertRefused(
        "y",
        NdArray.of(new int[] {1, 2}),
        "x has 6 timesteps and y has 2; they must have as many.");
    assertRefused("x", zeros(0), "x is empty; a sequence has at least one character.");
    assertRefused(
        "x",
        zeros(6, 6),
        "x is (6, 6); it must be ids (T,), or one-hot (T, 7), (1, T, 7) or (1, 7, T).");
    assertRefused(
        "y",
        zeros(6, 7),
        "y is not one-hot at t = 0; it must have a single 1 and else zeros there, or be ids.");
  }

  @Test
  void whereNothingCanBeCheckedTheLeastIsTold() {
    assertRefused(
        Programs.without(Programs.totalsOf(ours), "W1", "x"),
        "W1, x are missing, so that nothing can be computed; the least is W1, W2, W3, x and y, and"
            + " for a check something that was computed, as dW2; what was found is W2 (5, 5), W3"
            + " (7, 5), bh (5,), bo (7,), y (6,), h0 (5,), dW1 (7, 5), dW2 (5, 5), dW3 (7, 5), dbh"
            + " (5,), dbo (7,); np.savez(\"mine.npz\", …, W1=W1, x=x) saves what is missing.");
    assertRefused(
        onlyGiven(),
        "nothing that was computed of the weights is there; save at least one of h, o, e, dh,"
            + " dtanh, dh_prev (one row a timestep), dW1, dW2, loss.");
  }

  @Test
  void gradientsThatAreThereAreNotAskedForWhereTheTargetsAreMissing() {
    assertRefused(
        Programs.without(Programs.minCharRnn(Programs.totalsOf(ours)), "targets"),
        "dWxh, dWhh, dWhy, dbh, dby are there and cannot be checked, because targets is missing,"
            + " what should be predicted; save it as well, np.savez(\"mine.npz\", …,"
            + " targets=targets).");
  }

  @Test
  void aNetworkOfOtherKindIsToldWhy() {
    Map<String, NdArray> torch = Programs.pytorch(ours);
    assertRefused(
        Programs.with(torch, "rnn.weight_ih_l1", zeros(5, 5)),
        "it cannot be judged, because the network has more than one recurrent layer; only one can"
            + " be checked.");
    assertRefused(
        Programs.with(torch, "embedding.weight", zeros(7, 5)),
        "each of decoder.weight, embedding.weight could be the weight of the output layer; save"
            + " only that one.");
  }

  @Test
  void whatPyTorchHasBesideAPlainRecurrentLayerIsToldByItsName() {
    Map<String, NdArray> torch = Programs.pytorch(ours);
    assertRefused(
        Programs.with(torch, "rnn.weight_hh_l0", zeros(20, 5)),
        "rnn.weight_ih_l0 is (5, 7); with V = 7 and H = 5 it must be (20, 7).");
    assertRefused(
        Programs.with(torch, "rnn.weight_hh_l0", zeros(10, 5)),
        "rnn.weight_hh_l0 is (10, 5); it must be square, (H, H).");
    assertRefused(
        Programs.with(torch, "rnn.weight_hh_l0_reverse", zeros(5, 5)),
        "it cannot be judged, because the network reads in both directions; only one direction can"
            + " be checked.");
  }

  @Test
  void aGradientThatStandsTransposedIsReadSoAndJudged() throws SubmissionException {
    Verdict verdict = BestReading.verdict("mine.npz", Programs.with(ours, "dW3", zeros(5, 7)));
    assertThat(verdict.agrees()).isFalse();
    assertThat(verdict.totals())
        .filteredOn(total -> total.judgement().differs())
        .extracting(TotalJudgement::gradient)
        .containsExactly("dW3");
  }

  @Test
  void aSequenceThatIsTooLongToBeJudgedIsRefused() {
    assertRefused(
        "x",
        NdArray.of(new int[1 << 20]),
        "x has 1048576 timesteps; with V = 7 and H = 5 there may be at most 20000.");
  }
}
