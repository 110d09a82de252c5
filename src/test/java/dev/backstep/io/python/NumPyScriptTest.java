package dev.backstep.io.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.model.RandomNet;
import dev.backstep.model.ReferenceCase;
import dev.backstep.model.Shape;
import dev.backstep.net.Cell;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Notation;
import dev.backstep.net.Phase;
import dev.backstep.net.Vanilla;
import dev.backstep.trace.Trace;
import dev.backstep.trace.TraceFixture;
import dev.backstep.trace.Update;
import dev.backstep.trace.whatif.WhatIf;
import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumPyScriptTest {
  private static final ReferenceCase FILE = ReferenceCase.read("rnn_b_v27_h16_t11");
  private static final boolean HAS_NUMPY = Python.hasNumPy();

  private static final List<String> LETTERS =
      IntStream.range(0, 27)
          .mapToObj(id -> id == 0 ? "⏎" : String.valueOf((char) ('a' + id - 1)))
          .toList();

  private static Parameters weights() {
    return FILE.parameters();
  }

  private static Trace trace(List<String> labels, Parameters weights) {
    return Trace.of(
        labels,
        new Example(weights, FILE.inputs(), FILE.targets(), FILE.h0()),
        (before, gradients) -> new Update(before.copy(), gradients.norm(), 1));
  }

  private static String script(int t) {
    return script(t, Notation.OURS);
  }

  private static String script(int t, Notation notation) {
    return NumPyScript.of(trace(LETTERS, weights()), t, notation);
  }

  private static Python run(String script) throws IOException {
    assumeTrue(HAS_NUMPY, "needs python3 with numpy");
    return Python.run(script);
  }

  private static void assertAgrees(String script, int t, String name) throws IOException {
    Python python = run(script);
    assertThat(python.output().stripTrailing())
        .endsWith("cell t = %d of \"%s\": all 14 arrays agree".formatted(t, name));
    assertThat(python.exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void numPyComesToTheSameNumbersInEveryCell(int t) throws IOException {
    assertThat(script(t).split("assert_allclose", -1)).hasSize(14 + 1);
    assertThat(script(t).split("rtol=0, atol=1.0e-12", -1)).hasSize(14 + 1);
    assertAgrees(script(t), t, "triceratops");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 6, 10})
  void numPyComesToTheSameNumbersWithTheColumnsOfTheLiterature(int t) throws IOException {
    String script = script(t, Notation.FIELD);
    assertThat(script.split("rtol=0, atol=1.0e-12", -1)).hasSize(14 + 1);
    assertThat(script).doesNotContainPattern("\\b(expected_)?d?(W[123]|bo)\\b");
    assertAgrees(script, t, "triceratops");
  }

  private static List<Net> nets() {
    return Nets.ALL;
  }

  @ParameterizedTest
  @MethodSource("nets")
  void numPyComesToTheSameNumbersInEveryCellOfEveryNet(Net net) throws IOException {
    assumeTrue(HAS_NUMPY, "needs python3 with numpy");
    RandomNet random = RandomNet.gaussian(4, 0.5, new Shape(net, 7, 4), 3);
    Trace whole = TraceFixture.of(random);
    Trace trace = WhatIf.of(whole).withoutInput(1).edited();
    assertThat(trace.input(1)).as("the zero vector").isEqualTo(-1);
    int arrays = net.vectors().size() - net.states().size() + net.weights().size() + 1;
    for (Notation notation : Notation.KNOWN) {
      for (int t = 0; t < trace.length(); t++) {
        Python python = Python.run(NumPyScript.of(trace, t, notation));
        assertThat(python.output().stripTrailing())
            .as("%s %s t = %d", net, notation, t)
            .endsWith("all %d arrays agree".formatted(arrays));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"c_prev", "dc_later", "expected_c", "expected_dc_from_h", "expected_dW2_f"})
  void oneNumberThatIsOffMakesTheScriptOfAnLstmFail(String name) throws IOException {
    Trace trace = TraceFixture.of(RandomNet.gaussian(4, 0.5, new Shape(Lstm.NET, 7, 4), 3));
    Python python = run(offByAMillionth(NumPyScript.of(trace, 1, Notation.OURS), name));
    assertThat(python.exitCode()).isNotZero();
    assertThat(python.output()).contains("Not equal to tolerance").doesNotContain("agree");
  }

  @Test
  void theArraysOfTheLiteratureHaveItsShapes() throws IOException {
    String shapes =
        "\nprint(Wxh.shape, Whh.shape, Why.shape, bh.shape, by.shape, h.shape, o.shape)";
    Python python = run(script(6, Notation.FIELD) + shapes);
    assertThat(python.output().stripTrailing())
        .endsWith("(16, 27) (16, 16) (27, 16) (16, 1) (27, 1) (16, 1) (27, 1)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Wxh", "Whh", "Why", "by", "expected_dWhh", "expected_dWxh[:, [1]]"})
  void oneNumberThatIsOffMakesTheScriptInTheNamesOfTheLiteratureFail(String name)
      throws IOException {
    assertFails(offByAMillionth(script(6, Notation.FIELD), name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "W1",
        "W2",
        "W3",
        "bh",
        "bo",
        "h_prev",
        "dh_later",
        "expected_h",
        "expected_o",
        "expected_loss_t",
        "expected_e",
        "expected_dh_from_output",
        "expected_dh",
        "expected_dtanh",
        "expected_dxt",
        "expected_dh_prev",
        "expected_dW1[1]",
        "expected_dW2",
        "expected_dW3",
        "expected_dbh",
        "expected_dbo"
      })
  void oneNumberThatIsOffByAMillionthMakesTheScriptFail(String name) throws IOException {
    assertFails(offByAMillionth(script(6), name));
  }

  @Test
  void asAProgramOfItsOwnTheScriptEndsTheSame() throws IOException {
    assumeTrue(HAS_NUMPY, "needs python3 with numpy");
    assertThat(Python.runAlone(script(6))).isEqualTo(Python.run(script(6)));
    String wrong = offByAMillionth(script(6), "expected_dW2");
    Python alone = Python.runAlone(wrong);
    assertThat(alone.exitCode()).isEqualTo(Python.run(wrong).exitCode()).isNotZero();
    assertThat(alone.output()).contains("AssertionError").doesNotContain("agree");
  }

  private static String offByAMillionth(String script, String name) {
    Pattern firstNumber =
        Pattern.compile("(?m)^(" + Pattern.quote(name) + " = [^0-9-]*)(-?[0-9.]+(?:e-?[0-9]+)?)");
    String wrong =
        firstNumber
            .matcher(script)
            .replaceFirst(found -> found.group(1) + (Double.parseDouble(found.group(2)) + 1e-6));
    assertThat(wrong).isNotEqualTo(script);
    return wrong;
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "y"})
  void anotherCharacterMakesTheScriptFail(String name) throws IOException {
    assertFails(script(6).replaceFirst("(?m)^" + name + " = \\d+$", name + " = 2"));
  }

  private static void assertFails(String wrong) throws IOException {
    assertThat(wrong).isNotEqualTo(script(6));
    Python python = run(wrong);
    assertThat(python.exitCode()).isNotZero();
    assertThat(python.output())
        .contains("AssertionError")
        .contains("Not equal to tolerance")
        .doesNotContain("agree");
  }

  @Test
  void theScriptComputesTheCellWithTheLinesOfTheEquations() {
    List<String> lines = script(6).lines().toList();
    for (Phase phase : List.of(Phase.FORWARD, Phase.LOSS, Phase.BACKWARD)) {
      List<String> expected =
          Vanilla.NET.rules(phase).stream()
              .flatMap(each -> NumPyLines.of(each, Vanilla.NET, Notation.OURS).stream())
              .toList();
      assertThat(lines).containsSequence(expected);
    }
  }

  @Test
  void everyNumberIsWrittenWithAllItsDigits() {
    double[] expected = weights().get(Parameters.W1).data;
    double[] written =
        Pattern.compile("-?[0-9.]+(?:e-?[0-9]+)?")
            .matcher(section(script(6), "W1 = np.array([", "])"))
            .results()
            .map(MatchResult::group)
            .mapToDouble(Double::parseDouble)
            .toArray();
    assertThat(written).isEqualTo(expected);
  }

  private static String section(String script, String start, String end) {
    int from = script.indexOf("\n" + start) + 1 + start.length();
    return script.substring(from, script.indexOf("\n" + end, from));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aNumberThatIsNotFiniteIsTheSameInNumPy(double value) throws IOException {
    Parameters weights = weights();
    weights.get(Parameters.BH).data[2] = value;
    weights.get(Parameters.BO).data[4] = value;
    String script = NumPyScript.of(trace(LETTERS, weights), 5, Notation.OURS);
    assertThat(script).contains("float('" + (Double.isNaN(value) ? "nan" : "inf") + "')");
    assertThat(script).doesNotContain("NaN").doesNotContain("Infinity");
    assertAgrees(script, 5, "triceratops");
  }

  @Test
  void anExplodingGradientIsGivenTheRoundingThatItsSizeBringsAlongAndNoMore() throws IOException {
    Trace trace = trace(LETTERS, explodingWeights());
    double dh = trace.values(Cell.DH).get(0, 3);
    assertThat(Math.abs(dh)).isGreaterThan(1e4);
    String script = NumPyScript.of(trace, 0, Notation.OURS);
    assertAgrees(script, 0, "triceratops");
    double dhPrev = trace.values(Cell.DH_PREV).get(0, 7);
    String wrong =
        script.replace(PythonLiterals.number(dhPrev), PythonLiterals.number(dhPrev * 1.000001));
    assertThat(wrong).isNotEqualTo(script);
    assertThat(run(wrong).exitCode()).isNotZero();
  }

  /** Small inputs keep tanh steep, and a large W2 multiplies the gradient in every cell. */
  private static Parameters explodingWeights() {
    Parameters weights = weights();
    CommonOps_DDRM.scale(1e-9, weights.get(Parameters.W1));
    CommonOps_DDRM.scale(10, weights.get(Parameters.W2));
    CommonOps_DDRM.scale(1e-9, weights.get(Parameters.BH));
    return weights;
  }

  @Test
  void aTextWithQuotesAndEmojiIsPrintedAsItStandsFromAScriptInAscii() throws IOException {
    List<String> labels =
        LETTERS.stream()
            .map(letter -> letter.equals("t") ? "'\\\"" : letter.equals("o") ? "🦕" : letter)
            .toList();
    String script = NumPyScript.of(trace(labels, weights()), 2, Notation.OURS);
    assertThat(script).matches("[ -~\n]+");
    assertAgrees(script, 2, "'\\\"ricera'\\\"🦕ps");
  }

  @Test
  void aTimestepThatTheSequenceDoesNotHaveIsRefusedWithThoseItHas() {
    Trace trace = trace(LETTERS, weights());
    for (int t : new int[] {-1, 11}) {
      assertThatThrownBy(() -> NumPyScript.of(trace, t, Notation.OURS))
          .isInstanceOf(IndexOutOfBoundsException.class)
          .hasMessage("t is " + t + "; it must be 0 … 10");
    }
  }
}
