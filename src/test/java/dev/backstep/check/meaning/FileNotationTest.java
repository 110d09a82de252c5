package dev.backstep.check.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.meaning.source.Source;
import dev.backstep.math.NdArray;
import dev.backstep.net.Lstm;
import dev.backstep.net.Notation;
import dev.backstep.net.Printer;
import dev.backstep.net.Script;
import dev.backstep.net.Vanilla;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a file calls the things of the project, and how they stand there. */
class FileNotationTest {
  private static final int D = 4;
  private static final int H = 3;
  private static final int K = 2;
  private static final int B = 5;
  private static final int T = 6;

  private final Map<String, List<Source>> arrays = new HashMap<>();

  /**
   * An array of the file.
   *
   * @param name of what is read of it
   * @param shape in the project's order
   * @param axes of the project in the order of the file; −1 for one of size 1
   */
  private void put(String ours, String name, int[] shape, int... axes) {
    double[] values = new double[IntStream.of(shape).reduce(1, Math::multiplyExact)];
    Source source =
        new Source(
            name,
            name.replaceAll("^-|\\[.*", ""),
            shape,
            values,
            NdArray.Kind.FLOAT64,
            index ->
                Arrays.toString(
                    IntStream.of(axes).map(axis -> axis < 0 ? 0 : index[axis]).toArray()));
    arrays.merge(
        ours,
        List.of(source),
        (some, more) -> Stream.of(some, more).flatMap(List::stream).toList());
  }

  private Notation notation() {
    return new Meaning("", List.of(), List.of(), arrays, List.of(), List.of()).notation();
  }

  private static int[] size(int... sizes) {
    return sizes;
  }

  private static List<String> lines(Notation notation) {
    Printer printer = new Printer(Vanilla.NET, notation, Script.NUMPY);
    return Vanilla.NET.rules().stream().flatMap(rule -> printer.lines(rule).stream()).toList();
  }

  @Test
  void namesAreThoseOfCourseraAndVectorsAreColumns() {
    put("W1", "Wax", size(D, H), 1, 0);
    put("W2", "Waa", size(H, H), 1, 0);
    put("W3", "Wya", size(K, H), 0, 1);
    put("bh", "ba", size(H), 0, -1);
    put("bo", "by", size(K), 0, -1);
    put("dW2", "dWaa", size(H, H), 1, 0);
    put("x", "x", size(B, T, D), 2, 0, 1);
    put("h", "a", size(B, T, H), 2, 0, 1);
    put("o", "y_pred", size(B, T, K), 2, 0, 1);
    assertThat(lines(notation()))
        .contains(
            "a = np.tanh(Wax[:, [x]] + Waa @ a_prev + ba)",
            "z = Wya @ a + by",
            "da = Wya.T @ e + da_later",
            "dWaa += dtanh @ a_prev.T",
            "da_prev = Waa.T @ dtanh")
        .anyMatch(line -> line.startsWith("y_pred = "));
    assertThat(notation().named("dh0 and h0")).isEqualTo("da0 and a0");
  }

  @Test
  void oneCellOfCourseraHasAStateBeforeAndANext() {
    put("W2", "Waa", size(H, H), 1, 0);
    put("h", "a_next", size(B, 1, H), 2, 0);
    put("h0", "a_prev", size(B, H), 1, 0);
    put("dh0", "da_prev", size(B, H), 1, 0);
    put("c", "c_next", size(B, 1, H), 2, 0);
    assertThat(lines(notation()))
        .contains("da_prev = Waa.T @ dtanh", "dWaa += dtanh @ a_prev.T")
        .anyMatch(line -> line.startsWith("a_next = "));
    assertThat(notation().named("c_prev, dc_prev and c")).isEqualTo("c_prev, dc_prev and c_next");
  }

  @Test
  void thePreActivationIsTheSameInEveryPlainCell() {
    put("da", "dtanh", size(1, T, H), 1, 2);
    assertThat(notation().named("dtanh and da")).isEqualTo("dtanh and dtanh");
    arrays.clear();
    put("dtanh", "dhraw", size(1, T, H), 1, 2);
    assertThat(notation().named("dtanh and da")).isEqualTo("dhraw and dhraw");
    assertThat(lines(notation())).contains("dhraw = (1 - h**2) * dh");
  }

  @Test
  void aRowOfAllStatesOrOfTheBiasesOfAllGatesDoesNotSayHowVectorsStand() {
    put("W2", "W", size(H, H), 1, 0);
    put("h0", "s[-1]", size(1, H), -1, 1);
    put("b_i", "b[2]", size(H), -1, 0);
    put("b_f", "b[2, 3:6]", size(H), -1, 0);
    assertThat(notation().hasColumns()).isTrue();
    put("b_g", "b[3:6]", size(H), -1, 0);
    assertThat(notation().hasColumns()).isFalse();
  }

  @Test
  void aGradientThatIsGivenKeepsItsName() {
    put("W1", "Wx", size(D, H), 0, 1);
    put("W2", "Wh", size(H, H), 0, 1);
    put("bh", "b", size(H), 0);
    put("h", "h", size(B, T, H), 0, 1, 2);
    put("upstream_dh", "dh", size(B, T, H), 0, 1, 2);
    put("dh0", "dh0", size(B, H), 0, 1);
    Notation notation = notation();
    assertThat(notation.hasColumns()).isFalse();
    assertThat(notation.named("dh, dh0, upstream_dh, dW2")).isEqualTo("dh_total, dh0, dh, dWh");
    assertThat(lines(notation)).contains("dh_prev = dtanh @ Wh.T");
  }

  @Test
  void blocksStandAsPyTorchHasThem() {
    put("W2_f", "rnn.weight_hh_l0[3:6]", size(H, H), 1, 0);
    put("dW2_f", "rnn.weight_hh_l0.grad[3:6]", size(H, H), 1, 0);
    put("b_f", "rnn.bias_ih_l0[3:6] + rnn.bias_hh_l0[3:6]", size(H), 0);
    put("db_f", "rnn.bias_ih_l0.grad[3:6]", size(H), 0);
    put("db_f", "rnn.bias_hh_l0.grad[3:6]", size(H), 0);
    put("h0", "h0", size(B, H), -1, 0, 1);
    put("h", "output", size(B, T, H), 0, 1, 2);
    Notation notation = notation();
    assertThat(notation.hasColumns()).isFalse();
    assertThat(notation.gradientEntry(Lstm.OF_F.w2(), 1, 2))
        .isEqualTo("rnn.weight_hh_l0.grad[3:6][2,1]");
    assertThat(notation.entry(Lstm.OF_F.bias(), 0, 2))
        .isEqualTo("(rnn.bias_ih_l0[3:6] + rnn.bias_hh_l0[3:6])[2]");
    assertThat(notation.gradient("b_f")).isEqualTo("rnn.bias_ih_l0.grad[3:6]");
    assertThat(notation.named("h_prev in dW2_f"))
        .isEqualTo("output_prev in rnn.weight_hh_l0.grad[3:6]");
  }

  @Test
  void matricesSayWhetherVectorsAreColumnsWhereNothingElseDoes() {
    put("W1", "U", size(D, H), 1, 0);
    put("W2", "W", size(H, H), 1, 0);
    put("W3", "V", size(K, H), 0, 1);
    put("dW1", "dLdU", size(D, H), 1, 0);
    put("h", "s", size(1, T, H), 1, 2);
    assertThat(notation().hasColumns()).isTrue();
    assertThat(lines(notation()))
        .contains(
            "s = np.tanh(U[:, [x]] + W @ s_prev + bh)", "dLdU[:, [x]] += dtanh", "dV += e @ s.T");
    arrays.clear();
    put("W1", "W_xh", size(D, H), 0, 1);
    put("W2", "W_hh", size(H, H), 0, 1);
    put("W3", "W_hq", size(K, H), 1, 0);
    assertThat(lines(notation())).contains("z = h @ W_hq + bo", "dh_prev = dtanh @ W_hh.T");
    arrays.clear();
    put("W1", "W_xh", size(D, H), 0, 1);
    put("h0", "hprev", size(1, H), 1, -1);
    assertThat(lines(notation())).contains("h = np.tanh(W_xh[[x]].T + Whh @ h_prev + bh)");
    put("bh", "b", size(H), -1, 0);
    assertThat(notation().hasColumns()).isFalse();
  }

  @Test
  void theOrderOfTheSequencesAndTheUnitsSaysItToo() {
    put("W2", "W", size(H, H), 0, 1);
    put("x", "x", size(B, T, D), 2, 0, 1);
    assertThat(notation().hasColumns()).isTrue();
    arrays.clear();
    put("W2", "W", size(H, H), 1, 0);
    put("x", "x", size(B, T, D), 1, 0, 2);
    assertThat(notation().hasColumns()).isFalse();
  }

  @Test
  void whatIsNoNameOfARowOrOfTheGradientIsNotTakenForOne() {
    put("W1", "synapse_0", size(D, H), 0, 1);
    put("dW1", "-synapse_0_update", size(D, H), 0, 1);
    put("h", "states", size(1, T, H), 1, 2);
    put("o", "O", size(1, T, K), 1, 2);
    put("h0", "h", size(1, H), 1);
    put("dh", "W", size(1, T, H), 1, 2);
    assertThat(lines(notation()))
        .contains("h = np.tanh(synapse_0[x] + h_prev @ W2 + bh)", "dsynapse_0[x] += dtanh")
        .contains("o /= o.sum()", "dh = e @ W3 + dh_later");
  }

  @Test
  void aMatrixOfOneRowOrColumnStandsAsItsOneAxisSays() {
    put("W3", "synapse_1", size(1, H), 1, 0);
    assertThat(notation().isTransposed("W3")).isTrue();
    put("W1", "W", size(1, H), 0, 1);
    assertThat(notation().isTransposed("W1")).isFalse();
    put("W2", "w", size(H, 1), 1, 0);
    assertThat(notation().isTransposed("W2")).isTrue();
    put("E", "E", size(D, 1), 0);
    assertThat(notation().isTransposed("E")).isFalse();
  }

  @Test
  void aFlatArrayIsReadByItsSteps() {
    Source.Place rows = index -> "[" + (7 + index[0] * H + index[1]) + "]";
    Source.Place columns = index -> "[" + (7 + index[0] + index[1] * D) + "]";
    for (Source.Place place : List.of(rows, columns)) {
      Source source =
          new Source("p[7:19]", "p", size(D, H), new double[D * H], NdArray.Kind.FLOAT64, place);
      assertThat(source.isTransposed()).isEqualTo(place == columns);
    }
  }
}
