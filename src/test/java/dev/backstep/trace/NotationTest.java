package dev.backstep.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.math.MatrixView;
import dev.backstep.model.Parameters;
import dev.backstep.model.ReferenceCase;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Input;
import dev.backstep.net.Notation;
import dev.backstep.net.Printer;
import dev.backstep.net.Rule;
import dev.backstep.net.Script;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.trace.arithmetic.Derivation;
import dev.backstep.trace.arithmetic.Derivations;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;

class NotationTest {
  private static Stream<Arguments> everyEquation() {
    return Notation.KNOWN.stream()
        .flatMap(
            notation -> Vanilla.NET.rules().stream().map(each -> Arguments.of(notation, each)));
  }

  @ParameterizedTest
  @MethodSource("everyEquation")
  void everyEquationIsWrittenAsTextAndAsLatexThatCanBeSet(Notation notation, Rule equation) {
    assertThat(FormulaLine.of(equation, Vanilla.NET, notation)).isNotEmpty();
    for (FormulaLine line : FormulaLine.of(equation, Vanilla.NET, notation)) {
      assertThat(line.text()).contains("= ");
      assertThat(line.latex()).matches("[ -~]+").contains("= ");
      assertThat(new TeXFormula(line.latex()).createTeXIcon(TeXConstants.STYLE_TEXT, 20))
          .satisfies(icon -> assertThat(icon.getIconWidth()).isGreaterThan(20));
    }
  }

  @ParameterizedTest
  @MethodSource("everyEquation")
  void textAndLatexNameTheSameWeights(Notation notation, Rule equation) {
    for (FormulaLine line : FormulaLine.of(equation, Vanilla.NET, notation)) {
      String latex = line.latex().replaceAll("[{}_]", "");
      for (String parameter : Parameters.NAMES) {
        String name = notation.name(parameter);
        assertThat(latex.contains(name)).as(name).isEqualTo(line.text().contains(name));
      }
    }
  }

  @ParameterizedTest
  @FieldSource("dev.backstep.net.Notation#KNOWN")
  void anEquationOfOneNotationNamesNoWeightOfTheOther(Notation notation) {
    Notation other = notation == Notation.OURS ? Notation.FIELD : Notation.OURS;
    for (Rule equation : Vanilla.NET.rules()) {
      for (String parameter : Parameters.NAMES) {
        if (!parameter.equals(Parameters.BH)) {
          assertThat(text(notation, equation)).doesNotContain(other.name(parameter));
        }
      }
    }
  }

  @Test
  void aTransposedWeightHasItsIndicesExchanged() {
    assertThat(Notation.OURS.entry(Parameters.W2, 3, 5)).isEqualTo("W2[3,5]");
    assertThat(Notation.FIELD.entry(Parameters.W2, 3, 5)).isEqualTo("Whh[5,3]");
    assertThat(Notation.FIELD.entry(Parameters.W1, 3, 5)).isEqualTo("Wxh[5,3]");
    assertThat(Notation.FIELD.entry(Parameters.W3, 3, 5)).isEqualTo("Why[3,5]");
    assertThat(Notation.FIELD.entry(Parameters.BO, 0, 5)).isEqualTo("by[5]");
  }

  @Test
  void aMatrixStandsAsItsIndicesSay() {
    MatrixView matrix = ReferenceCase.read("rnn_b_v27_h16_t11").parameters().view(Parameters.W1);
    MatrixView standing = Notation.FIELD.stand(Parameters.W1, matrix);
    assertThat(standing.rows()).isEqualTo(16);
    assertThat(standing.cols()).isEqualTo(27);
    assertThat(standing.get(5, 3)).isEqualTo(matrix.get(3, 5));
    assertThat(standing.maxAbs()).isEqualTo(matrix.maxAbs());
    assertThat(Notation.FIELD.stand(Parameters.W3, matrix)).isSameAs(matrix);
    assertThat(Notation.OURS.stand(Parameters.W1, matrix)).isSameAs(matrix);
  }

  @Test
  void theGradientBehindAWeightIsWrittenAsTheEquationHasIt() {
    for (Notation notation : Notation.KNOWN) {
      assertThat(text(notation, Vanilla.NET.rule("dh")))
          .contains(through(notation, Head.DH_FROM_OUTPUT));
      assertThat(text(notation, Vanilla.NET.rule("dxt"))).contains(through(notation, Input.DXT));
      assertThat(text(notation, Vanilla.NET.rule("dh_prev")))
          .contains(through(notation, Cell.DH_PREV));
    }
  }

  @Test
  void anotherNameIsRefused() {
    assertThatThrownBy(() -> Notation.FIELD.name("W4"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no parameter is called 'W4'");
  }

  @Test
  void theArithmeticIsWrittenInTheNamesOfTheNotation() {
    Trace trace = TraceFixture.of(ReferenceCase.read("rnn_b_v27_h16_t11"));
    Derivations field = new Derivations(trace, Notation.FIELD);
    Derivation h = field.of(new Entry.OfCell(Cell.H, 6, 5));
    assertThat(h.formula()).isEqualTo("tanh( Wxh[5,x] + Σᵢ h_prev[i]·Whh[5,i] + bh[5] )");
    assertThat(h.terms().get(4).symbol()).isEqualTo("h_prev[3]·Whh[5,3]");
    assertThat(h.terms().get(4).factors().get(1).source())
        .isEqualTo(new Entry.OfWeights(Parameters.W2, 3, 5));
    assertThat(field.of(new Entry.OfCell(Cell.DH, 6, 3)).formula())
        .isEqualTo("(Whyᵀ·e)[3] + dh_later[3]");
    assertThat(field.of(new Entry.OfShare(Parameters.W2, 6, 3, 5)).name()).isEqualTo("dWhh[5,3]");
    assertThat(field.of(new Entry.OfAccumulator(Parameters.BO, 6, 0, 5)).name())
        .isEqualTo("dby[5]");
    assertThat(new Derivations(trace).of(new Entry.OfCell(Cell.H, 6, 5)).formula())
        .isEqualTo("tanh( W1[x,5] + Σᵢ h_prev[i]·W2[i,5] + bh[5] )");
  }

  private static String text(Notation notation, Rule rule) {
    return FormulaLine.of(rule, Vanilla.NET, notation).stream()
        .map(FormulaLine::text)
        .collect(Collectors.joining("\n"));
  }

  private static String through(Notation notation, Vector vector) {
    return new Printer(Vanilla.NET, notation, Script.TEXT)
        .right(Vanilla.NET.equation(vector).right());
  }
}
