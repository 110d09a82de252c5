package dev.backstep.io.latex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.math.Numbers;
import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.model.RandomNet;
import dev.backstep.model.ReferenceCase;
import dev.backstep.model.Shape;
import dev.backstep.net.Cell;
import dev.backstep.net.Equation;
import dev.backstep.net.Input;
import dev.backstep.net.Net;
import dev.backstep.net.Notation;
import dev.backstep.net.Phase;
import dev.backstep.net.Rule;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.trace.FormulaLine;
import dev.backstep.trace.Trace;
import dev.backstep.trace.Update;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;

class LatexTableTest {
  private static final Trace TRACE = trace(ReferenceCase.read("rnn_b_v27_h16_t11").parameters());

  private static Trace trace(Parameters weights) {
    ReferenceCase file = ReferenceCase.read("rnn_b_v27_h16_t11");
    List<String> labels =
        IntStream.range(0, 27)
            .mapToObj(id -> id == 0 ? "⏎" : id == 20 ? "%" : String.valueOf((char) ('a' + id - 1)))
            .toList();
    return Trace.of(
        labels,
        new Example(weights, file.inputs(), file.targets(), file.h0()),
        (before, gradients) -> new Update(before.copy(), gradients.norm(), 0.5));
  }

  private static Stream<Arguments> everyCell() {
    return Stream.of(Phase.values())
        .flatMap(phase -> Notation.KNOWN.stream().map(notation -> Arguments.of(phase, notation)));
  }

  private static List<String> formulas(String table) {
    return Pattern.compile("(?m)^\\$(.*)\\$ \\\\\\\\$")
        .matcher(table)
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("everyCell")
  void everyRowOfTheTableIsLatexInAscii(Phase phase, Notation notation) {
    String table = LatexTable.of(TRACE, 6, phase, notation);
    assertThat(table).matches("[ -~\n]+").startsWith("%").endsWith("\\end{tabular}\n");
    List<String> lines = table.lines().skip(1).toList();
    assertThat(lines).filteredOn(line -> line.startsWith("$")).hasSameSizeAs(formulas(table));
    assertThat(lines)
        .filteredOn(line -> !line.startsWith("$"))
        .allMatch(line -> line.matches("\\\\hline|\\\\(begin|end)\\{tabular}(\\{l})?"));
    for (String formula : formulas(table)) {
      assertThat(new TeXFormula(formula).createTeXIcon(TeXConstants.STYLE_TEXT, 20).getIconWidth())
          .as(formula)
          .isGreaterThan(20);
    }
  }

  @ParameterizedTest
  @MethodSource("everyCell")
  void everyEquationOfTheCellIsInIt(Phase phase, Notation notation) {
    List<String> formulas = formulas(LatexTable.of(TRACE, 6, phase, notation));
    for (Rule equation : Vanilla.NET.rules(phase)) {
      assertThat(formulas)
          .containsSequence(
              FormulaLine.of(equation, Vanilla.NET, notation).stream()
                  .map(FormulaLine::latex)
                  .toList());
    }
  }

  @ParameterizedTest
  @FieldSource("dev.backstep.net.Nets#ALL")
  void theTableOfEveryNetHasItsEquationsAndNumbers(Net net) {
    RandomNet random = RandomNet.gaussian(5, 0.4, new Shape(net, 9, 4), 6);
    Trace trace =
        Trace.of(
            IntStream.range(0, 9).mapToObj(id -> String.valueOf((char) ('a' + id))).toList(),
            random.example(),
            (before, gradients) -> new Update(before.copy(), gradients.norm(), 0.5));
    for (Phase phase : List.of(Phase.FORWARD, Phase.BACKWARD)) {
      String table = LatexTable.of(trace, 2, phase, Notation.OURS);
      assertThat(table).matches("[ -~\n]+");
      for (Rule rule : net.rules(phase)) {
        assertThat(formulas(table))
            .containsSequence(
                FormulaLine.of(rule, net, Notation.OURS).stream().map(FormulaLine::latex).toList());
      }
      net.equations().stream()
          .map(Equation::left)
          .filter(vector -> vector.phase() == phase && !vector.isPerCharacter())
          .forEach(
              vector ->
                  assertThat(table)
                      .as(vector.name())
                      .contains(LatexNumbers.vector(trace.values(vector), 2)));
    }
  }

  @Test
  void theNumbersAreThoseOfTheTrace() {
    String table = LatexTable.of(TRACE, 6, Phase.BACKWARD, Notation.OURS);
    assertThat(formulas(table))
        .anyMatch(row -> row.startsWith("\\quad \\mathrm{d}h = (" + six(Cell.DH, 0) + ",\\ "))
        .anyMatch(row -> row.contains(",\\ " + six(Input.DXT, 5) + ",\\ \\dots)"))
        .anyMatch(row -> row.startsWith("\\quad \\mathrm{d}h_{\\mathrm{later}} = ("))
        .noneMatch(row -> row.contains(six(Input.DXT, 6)));
    double corner = TRACE.share(Parameters.W2, 6).get(1, 2);
    String second =
        "\\\\\\\\ [^&]+& [^&]+& " + Pattern.quote(Numbers.six(corner).replace('−', '-'));
    assertThat(table).containsPattern(second + " & \\\\cdots");
  }

  private static String six(Vector quantity, int index) {
    return LatexNumbers.number(TRACE.values(quantity).get(6, index));
  }

  @Test
  void aTransposedGradientStandsTransposed() {
    double entry = TRACE.share(Parameters.W2, 6).get(2, 0);
    assertThat(LatexTable.of(TRACE, 6, Phase.BACKWARD, Notation.FIELD))
        .contains("\\Delta \\mathrm{d}W_{xh}[\\cdot, 1] = (")
        .containsPattern(
            "W_\\{hh} = \\\\begin\\{pmatrix} [^&]+& [^&]+& "
                + Pattern.quote(LatexNumbers.number(entry))
                + " & \\\\cdots")
        .contains(")^{\\top}$");
  }

  @Test
  void aCharacterThatLatexWouldTakeAmissIsNamedByItsIdAlone() {
    assertThat(TRACE.target(6)).isEqualTo(20);
    assertThat(LatexTable.of(TRACE, 6, Phase.FORWARD, Notation.OURS))
        .contains("$t = 6,\\quad x = 1\\ (\\text{a}),\\quad y = 20$");
  }

  @Test
  void numbersThatAreTinyOrNotFiniteAreWrittenAsMathematics() {
    assertThat(LatexNumbers.number(-3e-7)).isEqualTo("-3.00000 \\cdot 10^{-7}");
    assertThat(LatexNumbers.number(Double.NaN)).isEqualTo("\\mathrm{NaN}");
    assertThat(LatexNumbers.number(Double.NEGATIVE_INFINITY)).isEqualTo("-\\infty");
  }

  @Test
  void aTimestepThatTheSequenceDoesNotHaveIsRefused() {
    assertThatThrownBy(() -> LatexTable.of(TRACE, 11, Phase.FORWARD, Notation.OURS))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("t is 11; it must be 0 … 10");
  }
}
