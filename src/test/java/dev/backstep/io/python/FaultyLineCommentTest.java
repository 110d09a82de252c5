package dev.backstep.io.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultTexts;
import dev.backstep.fault.Faults;
import dev.backstep.io.latex.LatexTable;
import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.model.RandomNet;
import dev.backstep.model.Shape;
import dev.backstep.net.Notation;
import dev.backstep.net.Phase;
import dev.backstep.net.Vanilla;
import dev.backstep.trace.Backward;
import dev.backstep.trace.Trace;
import dev.backstep.trace.Update;
import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;

/** The copy of a run with a fault says so. */
class FaultyLineCommentTest {
  private static final RandomNet NET = RandomNet.gaussian(5, 0.9, new Shape(9, 4), 5);

  private static Trace trace(Fault fault) {
    return Trace.of(
        IntStream.range(0, 9).mapToObj(id -> Character.toString('a' + id)).toList(),
        new Example(
            NET.parameters(),
            fault.rules().inputs(NET.inputs(), 7),
            fault.rules().targets(NET.targets(), 7),
            NET.h0()),
        new Backward(
            fault.rules(),
            Parameters.zeros(NET.parameters().shape()),
            notation -> FaultTexts.load().faultyLine(fault, notation)),
        (weights, gradients) -> new Update(weights, gradients.norm(), 1));
  }

  @ParameterizedTest
  @MethodSource("dev.backstep.fault.Faults#plain")
  void linesScriptAndTableOfAnyFaultSayTheFaultyLineInEitherNotation(Fault fault) {
    for (Notation notation : Notation.KNOWN) {
      String wrong = FaultTexts.load().faultyLine(fault, notation);
      String comment = "#   " + wrong.replace("\n", "\n#   ");
      List<String> lines = NumPyLines.of(Vanilla.NET.rule("dh_prev"), notation, trace(fault));
      assertThat(String.join("\n", lines)).endsWith("\n# This run has a fault:\n" + comment);

      String script = NumPyScript.of(trace(fault), 2, notation);
      assertThat(script).matches("[ -~\n]+").contains(comment + "\n").contains("expected to fail");
    }
  }

  @ParameterizedTest
  @MethodSource("dev.backstep.fault.Faults#plain")
  void theTableShowsTheFaultyLineInRowsThatLatexSets(Fault fault) {
    for (Notation notation : Notation.KNOWN) {
      String table = LatexTable.of(trace(fault), 2, Phase.BACKWARD, notation);
      List<String> shown =
          Pattern.compile("(?m)^\\$(\\\\quad \\\\texttt\\{.*})\\$ \\\\\\\\$")
              .matcher(table)
              .results()
              .map((MatchResult found) -> found.group(1))
              .toList();
      assertThat(shown.stream().map(row -> row.substring(14, row.length() - 1)).toList())
          .isEqualTo(
              FaultTexts.load()
                  .faultyLine(fault, notation)
                  .lines()
                  .map(line -> line.replaceAll("[_#{}%&$]", "\\\\$0"))
                  .toList());
      for (String row : shown) {
        // LaTeX has the sign of matrix products, the typesetter of the screen has not.
        TeXFormula formula = new TeXFormula(row.replace('@', '*'));
        assertThat(formula.createTeXIcon(TeXConstants.STYLE_TEXT, 20).getIconWidth())
            .as(row)
            .isGreaterThan(20);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MISSING_TRANSPOSE, dh_prev",
    "NO_LATER_DH, dh",
    "TANH_TWICE, dtanh",
    "H_FOR_HPREV, dW2",
    "SOFTMAX_TWICE, e",
    "STALE_H, h"
  })
  void theScriptFailsAtTheNumberThatTheFaultyLineComputes(
      @ConvertWith(Faults.Named.class) Fault fault, String name) throws IOException {
    assumeTrue(Python.hasNumPy(), "needs python3 with numpy");
    Python python = Python.run(NumPyScript.of(trace(fault), 2, Notation.OURS));
    assertThat(python.exitCode()).isEqualTo(1);
    assertThat(python.output()).contains("AssertionError").containsPattern("(?m)^" + name + "$");
  }

  @Test
  void theScriptPassesInACellThatTheFaultyLineDoesNotReach() throws IOException {
    assumeTrue(Python.hasNumPy(), "needs python3 with numpy");
    Python python = Python.run(NumPyScript.of(trace(Fault.ASSIGN_W2), 2, Notation.OURS));
    assertThat(python.output()).contains("all 14 arrays agree");
    assertThat(python.exitCode()).isZero();
  }

  @Test
  void nothingIsSaidOfARunThatIsRight() {
    assertThat(NumPyLines.of(Vanilla.NET.rule("dh_prev"), Notation.OURS, trace(Fault.NONE)))
        .containsExactly("dh_prev = dtanh @ W2.T");
    assertThat(NumPyScript.of(trace(Fault.NONE), 2, Notation.OURS))
        .doesNotContain("a fault", "fail at");
    assertThat(LatexTable.of(trace(Fault.NONE), 2, Phase.BACKWARD, Notation.OURS))
        .doesNotContain("texttt", "a fault");
  }
}
