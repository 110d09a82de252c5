package dev.backstep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.io.array.ArrayFile;
import dev.backstep.math.NdArray;
import dev.backstep.model.Agreement;
import dev.backstep.model.ReferenceCase;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code backstep trace} reads the weights of every net by their names, and writes every name. */
class TraceOfEveryNetTest {
  private static final int H = 3;
  private static final int V = 4;

  @TempDir private Path folder;

  private static Stream<ReferenceCase> goldens() {
    return Stream.concat(ReferenceCase.plain(), ReferenceCase.gated());
  }

  /** The weights and the sequence of a golden file, as somebody saves them. */
  private static Map<String, NdArray> given(ReferenceCase golden) {
    Map<String, NdArray> arrays = new LinkedHashMap<>();
    for (String name : golden.shape().net().names()) {
      if (golden.has("/params/" + name)) {
        arrays.put(name, weight(golden, name));
      }
    }
    arrays.put("x", NdArray.of(golden.inputs()));
    arrays.put("y", NdArray.of(golden.targets()));
    for (Vector state : golden.shape().net().states()) {
      arrays.put(
          state + "0", NdArray.of(golden.vector("/" + state + "0"), golden.shape().hidden()));
    }
    return arrays;
  }

  private static NdArray weight(ReferenceCase golden, String name) {
    double[] entries = golden.vector("/params/" + name);
    boolean isBias = golden.shape().net().weight(name).isBias();
    int cols = golden.shape().size(golden.shape().net().weight(name).cols());
    return isBias ? NdArray.of(entries, cols) : NdArray.of(entries, entries.length / cols, cols);
  }

  private CommandCall trace(Map<String, NdArray> arrays, Object... more) throws Exception {
    Path params = folder.resolve("mine.npz");
    Files.write(params, ArrayFile.npz(arrays));
    Stream<Object> begin =
        Stream.of("trace", "--params", params, "--out", folder.resolve("out.npz"));
    return CommandCall.of(Stream.concat(begin, Stream.of(more)).toArray());
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void everyRowAndTotalIsWrittenByItsName(ReferenceCase golden) throws Exception {
    Net net = golden.shape().net();
    CommandCall call = trace(given(golden), "--cell", net.id());
    assertThat(call.err()).isEmpty();
    assertThat(call.code()).isZero();
    Map<String, NdArray> written = ArrayFile.read(folder.resolve("out.npz"));
    for (Vector vector : net.vectors()) {
      assertRows(written.get(vector.name()), golden, vector.name());
    }
    for (Vector state : net.states()) {
      assertRows(written.get(state + "_prev"), golden, state + "_prev");
      assertTotal(written, golden, "d" + state + "0");
      assertThat(written.get(state + "0").values())
          .containsExactly(golden.vector("/" + state + "0"));
    }
    net.names().forEach(name -> assertTotal(written, golden, "d" + name));
    assertThat(Arrays.stream(written.get("loss").values()).sum())
        .isCloseTo(golden.number("/loss_total"), within(Agreement.TOLERANCE));
  }

  private static void assertRows(NdArray written, ReferenceCase golden, String name) {
    for (int t = 0; t < golden.length(); t++) {
      String row = "/timesteps/" + t + "/" + name;
      int width = written.shape()[1];
      if (golden.has(row)) {
        double[] values = Arrays.copyOfRange(written.values(), t * width, (t + 1) * width);
        assertThat(values).as(row).containsExactly(golden.vector(row), within(Agreement.TOLERANCE));
      }
    }
  }

  private static void assertTotal(Map<String, NdArray> written, ReferenceCase golden, String name) {
    if (golden.has("/total_grads/" + name)) {
      assertThat(written.get(name).values())
          .as(name)
          .containsExactly(golden.vector("/total_grads/" + name), within(Agreement.TOLERANCE));
    }
    assertThat(written).containsKey(name);
  }

  @ParameterizedTest
  @CsvSource({"lstm_h0, da_o", "gru_h0, dhn", "gru_cho_h0, drh", "rnn_a_tiny, dtanh"})
  void theNamesOfTheWeightsTellTheNet(String file, String ofThatNetAlone) throws Exception {
    assertThat(trace(given(ReferenceCase.read(file))).code()).isZero();
    assertThat(ArrayFile.read(folder.resolve("out.npz"))).containsKey(ofThatNetAlone);
  }

  @Test
  void whatIsWrittenIsReadAgainToTheSameNumbers() throws Exception {
    assertThat(trace(given(ReferenceCase.read("lstm_h0"))).code()).isZero();
    Map<String, NdArray> once = ArrayFile.read(folder.resolve("out.npz"));
    assertThat(trace(once).code()).isZero();
    Map<String, NdArray> twice = ArrayFile.read(folder.resolve("out.npz"));
    assertThat(twice).containsOnlyKeys(once.keySet());
    once.forEach(
        (name, array) ->
            assertThat(twice.get(name).values()).as(name).containsExactly(array.values()));
  }

  @Test
  void withoutBiasesTheCellMustBeSaidWhereTheWeightsLeaveItOpen() throws Exception {
    Map<String, NdArray> arrays = given(ReferenceCase.read("gru_nobias"));
    assertRefused(
        trace(arrays),
        "without biases it may be of gru or of gru-reset-before; --cell must say of which");
    assertThat(trace(given(ReferenceCase.read("lstm_nobias"))).code()).isZero();
  }

  private static void assertRefused(CommandCall call, String reason) {
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err()).containsExactly("mine.npz: " + reason + ".");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "c0 | 5 | c0 is (5,); with V = 4 and H = 3 it must be (3,) or (1, 3) or (3, 1)",
        "h0 | 2 | h0 is (2,); with V = 4 and H = 3 it must be (3,) or (1, 3) or (3, 1)",
        "b_o | 4 | b_o is (4,); with V = 4 and H = 3 it must be (3,) or (1, 3) or (3, 1)",
        "W2_g | 3,4 | W2_g is (3, 4); with V = 4 and H = 3 it must be (3, 3)",
        "W2_i | 3,4 | W2_i is (3, 4); it must be square, (H, H)",
        "W1_o | 3,4 | W1_o is (3, 4); with V = 4 and H = 3 it must be (4, 3) (it looks transposed)",
        "W1_z | 4,3 | W1_z is a weight of gru or gru-reset-before and most others are weights of"
            + " lstm; it must hold those of one net",
        "W2 | 3,3 | W2 is a weight of vanilla or relu or sigmoid and most others are weights of"
            + " lstm; it must hold those of one net",
        "W2_q | 3,3 | W2_q is no weight of lstm; its weights are W1_i, W2_i, W1_f, W2_f, W1_g,"
            + " W2_g, W1_o, W2_o, W3, b_i, b_f, b_g, b_o, bo",
      })
  void whatIsOtherwiseInAnLstmIsRefusedInASentence(String name, String shape, String reason)
      throws Exception {
    int[] sizes = Arrays.stream(shape.split(",")).mapToInt(Integer::parseInt).toArray();
    double[] zeros = new double[Arrays.stream(sizes).reduce(1, (a, b) -> a * b)];
    Map<String, NdArray> arrays = given(ReferenceCase.read("lstm_h0"));
    arrays.put(name, NdArray.of(zeros, sizes));
    assertRefused(trace(arrays), reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "W2_f | W2_f is missing, so that nothing can be computed; the least is W1_i, W2_i, W1_f,"
            + " W2_f, W1_g, W2_g, W1_o, W2_o, W3, x and y, and for a check something that was"
            + " computed, as dW2_i; what was found is W1_i (4, 3), W2_i (3, 3), W1_f (4, 3), W1_g"
            + " (4, 3), W2_g (3, 3), W1_o (4, 3), W2_o (3, 3), W3 (4, 3), b_i (3,), b_f (3,), b_g"
            + " (3,), b_o (3,) and 5 more; np.savez(\"mine.npz\", …, W2_f=W2_f) saves what is"
            + " missing",
        "W3 | it must hold W1_i, W2_i, W1_f, W2_f, W1_g, W2_g, W1_o, W2_o, W3, x and y",
        "b_f | b_f is missing and b_i is there; it must hold all biases of the cell of lstm or"
            + " none",
      })
  void whatIsMissingOfAnLstmIsRefusedInASentence(String name, String reason) throws Exception {
    Map<String, NdArray> arrays = given(ReferenceCase.read("lstm_h0"));
    arrays.remove(name);
    assertRefused(trace(arrays), reason);
  }

  @Test
  void aStateThatIsNotANumberOrOfAnotherNetIsRefused() throws Exception {
    Map<String, NdArray> lstm = given(ReferenceCase.read("lstm_h0"));
    lstm.put("c0", NdArray.of(new double[] {0, Double.NaN, 0}, H));
    assertRefused(trace(lstm), "c0[1] is NaN; every number must be finite");
    Map<String, NdArray> gru = given(ReferenceCase.read("gru_h0"));
    gru.put("c0", NdArray.of(new double[H], H));
    assertRefused(trace(gru), "c0 is no state of gru, which begins with h0");
  }

  @Test
  void theNetThatIsAskedForMustBeThatOfTheFile() throws Exception {
    Map<String, NdArray> lstm = given(ReferenceCase.read("lstm_h0"));
    assertRefused(
        trace(lstm, "--cell", "gru"),
        "W1_i is no weight of gru; its weights are W1_r, W2_r, W1_z, W2_z, W1_n, W2_n, W3, b_r,"
            + " b_z, b_n, b_hn, bo");
    assertThat(trace(lstm, "--cell", "gruu").err())
        .contains(
            "--cell is “gruu”; it must be vanilla (also called rnn), relu, sigmoid, gru,"
                + " gru-reset-before or lstm.");
  }

  @Test
  void aFaultOfAnotherCellIsRefusedAndOneOfTheCellSpoilsItsGradients() throws Exception {
    Map<String, NdArray> lstm = given(ReferenceCase.read("lstm_h0"));
    CommandCall refused = trace(lstm, "--fault", "missing-transpose");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .startsWith("The net is lstm; the fault missing-transpose is one of another cell.");
    assertThat(trace(lstm).code()).isZero();
    Map<String, NdArray> right = ArrayFile.read(folder.resolve("out.npz"));
    assertThat(trace(lstm, "--fault", "lstm-no-later-dc").code()).isZero();
    Map<String, NdArray> wrong = ArrayFile.read(folder.resolve("out.npz"));
    assertThat(wrong.get("dW2_f").values()).isNotEqualTo(right.get("dW2_f").values());
    assertThat(wrong.get("dW3").values()).containsExactly(right.get("dW3").values());
  }

  @Test
  void statesThatAreNotThereAreZeros() throws Exception {
    Map<String, NdArray> lstm = given(ReferenceCase.read("lstm_h0"));
    lstm.keySet().removeAll(Set.of("h0", "c0"));
    assertThat(trace(lstm).code()).isZero();
    Map<String, NdArray> written = ArrayFile.read(folder.resolve("out.npz"));
    assertThat(written.get("c0").values()).containsOnly(0).hasSize(H);
    assertThat(written.get("W1_i").shape()).containsExactly(V, H);
  }
}
