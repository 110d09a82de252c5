package dev.backstep.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.net.GruResetBefore;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Notation;
import dev.backstep.net.Printer;
import dev.backstep.net.Relu;
import dev.backstep.net.Rule;
import dev.backstep.net.Script;
import dev.backstep.net.Vanilla;
import dev.backstep.trace.FaultyLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault says what it is, in both notations. */
class FaultTextsTest {
  private final FaultTexts texts = FaultTexts.load();

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("dev.backstep.fault.Faults#ofEveryNet")
  void aFaultHasATitleTwoDifferentLinesAndWhatShowsAndHidesIt(Net net, Fault fault) {
    for (Notation notation : Notation.KNOWN) {
      assertThat(texts.faultyLine(fault, net, notation))
          .isNotBlank()
          .isNotEqualTo(texts.rightLine(fault, net, notation));
      assertThat(texts.rightLine(fault, net, notation)).isNotBlank();
    }
    assertThat(texts.title(fault)).isNotBlank();
    assertThat(texts.lookFor(fault, Notation.OURS)).endsWith(".");
    assertThat(texts.hides(fault, Notation.OURS)).endsWith(".");
    assertThat(
            Stream.of(
                texts.title(fault, Notation.FIELD),
                texts.lookFor(fault, Notation.FIELD),
                texts.hides(fault, Notation.FIELD)))
        .noneMatch(words -> words.matches("(?s).*\\bd?(W[123]|bo)\\b.*"));
    assertThat(texts.title(fault.group())).isNotBlank();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("dev.backstep.fault.Faults#ofEveryNet")
  void noLineCallsAWeightByTheNameOfTheOtherNotation(Net net, Fault fault) {
    Stream.of(Notation.OURS)
        .flatMap(n -> Stream.of(texts.faultyLine(fault, net, n), texts.rightLine(fault, net, n)))
        .forEach(line -> assertThat(line).doesNotContain("Wxh", "Whh", "Why", "dby"));
    Stream.of(Notation.FIELD)
        .flatMap(n -> Stream.of(texts.faultyLine(fault, net, n), texts.rightLine(fault, net, n)))
        .forEach(line -> assertThat(line).doesNotContain("W1", "W2", "W3", "dbo", "outer"));
  }

  @Test
  void theLineOfTheMissingTransposeIsWrittenInRowsOrInColumns() {
    assertThat(texts.faultyLine(Fault.MISSING_TRANSPOSE, Notation.OURS))
        .isEqualTo("dh_prev = dtanh @ W2");
    assertThat(texts.rightLine(Fault.MISSING_TRANSPOSE, Notation.FIELD))
        .isEqualTo("dh_prev = Whh.T @ dtanh");
  }

  /** What a line writes that no equation of its own computes: the equation that it goes into. */
  private static final Map<String, String> GOES_INTO = Map.of("h_prev", "h_prev", "dh_later", "dh");

  @ParameterizedTest
  @MethodSource("dev.backstep.fault.Faults#plain")
  void theEquationThatIsMarkedIsTheOneWhoseNumberTheFaultyLineWrites(Fault fault) {
    String line = texts.faultyLine(fault, Notation.OURS).replaceFirst("^if [^:]*: ", "");
    String written = line.split("\\W+")[0];
    Optional<Rule> marked = texts.equation(fault);
    Set<String> besideThem = Set.of("hs", "H", "pass", "for", "xs");
    assertThat(marked.isEmpty()).as(line).isEqualTo(besideThem.contains(written));
    marked.ifPresent(
        equation ->
            assertThat(
                    new Printer(Vanilla.NET, Notation.OURS, Script.TEXT).lines(equation).toString())
                .contains(GOES_INTO.getOrDefault(written, written)));
  }

  @Test
  void whatIsAddedUpFromCellToCellIsWrittenSo() {
    assertThat(texts.faultyLine(Fault.ACCUMULATE_DH_LATER, Notation.OURS))
        .isEqualTo("dh_later += dh_prev");
    assertThat(texts.rightLine(Fault.ACCUMULATE_DH_LATER, Notation.FIELD))
        .isEqualTo("dh_later = dh_prev");
  }

  @Test
  void aPartIsWrittenInTheLineOfTheWhole() {
    Fault twice = FaultCatalogue.named("lstm-tanh-twice-on-c", Lstm.NET).orElseThrow();
    assertThat(texts.faultyLine(twice, Lstm.NET, Notation.OURS))
        .isEqualTo("dc = dh * gate_o * (1 - np.tanh(np.tanh(c))**2) + dc_later");
    assertThat(texts.rightLine(twice, Lstm.NET, Notation.OURS))
        .isEqualTo("dc = dh * gate_o * (1 - np.tanh(c)**2) + dc_later");
  }

  @Test
  void aFaultOfSeveralLinesHasThemAllAndEachInItsEquation() {
    Fault nothing = FaultCatalogue.named("lstm-nothing-handed-on", Lstm.NET).orElseThrow();
    FaultLines lines = FaultLines.of(nothing, Lstm.NET);
    assertThat(lines.in(Notation.OURS)).isEqualTo("dh_later = 0\ndc_later = 0");
    assertThat(lines.of(Lstm.NET.rule("dc"), Notation.OURS))
        .contains(new FaultyLine.Swap("dc_later = 0", "dc_later = dc_prev"));
    Fault other =
        FaultCatalogue.named("cho-reset-after-backward", GruResetBefore.NET).orElseThrow();
    assertThat(texts.faultyLine(other, GruResetBefore.NET, Notation.OURS).split("\n"))
        .containsExactly(
            "da_r = da_n * (h_prev @ W2_n) * r * (1 - r)",
            "dW2_n += np.outer(h_prev, da_n * r)",
            "dh_prev = dh * z + (da_n * r) @ W2_n.T + da_r @ W2_r.T + da_z @ W2_z.T");
  }

  @Test
  void twoFaultsAtOnceAreEachMarkedInTheirOwnEquation() {
    FaultLines lines =
        new FaultLines(List.of(Fault.MISSING_TRANSPOSE, Fault.DBH_FROM_DH), Vanilla.NET);
    assertThat(lines.in(Notation.FIELD)).isEqualTo("dh_prev = Whh @ dtanh\ndbh += dh");
    assertThat(lines.of(Vanilla.NET.rule("dw_hidden"), Notation.FIELD))
        .contains(new FaultyLine.Swap("dbh += dh", "dbh += dtanh"));
    assertThat(lines.of(Vanilla.NET.rule("dh_prev"), Notation.FIELD))
        .contains(new FaultyLine.Swap("dh_prev = Whh @ dtanh", "dh_prev = Whh.T @ dtanh"));
    assertThat(lines.of(Vanilla.NET.rule("dtanh"), Notation.FIELD)).isEmpty();
  }

  @Test
  void inAnotherCellAFaultIsWrittenInItsNames() {
    FaultLines transposed = FaultLines.of(Fault.MISSING_TRANSPOSE, Relu.NET);
    assertThat(transposed.of(Relu.NET.rule("dh_prev"), Notation.OURS))
        .contains(new FaultyLine.Swap("dh_prev = da @ W2", "dh_prev = da @ W2.T"));
    FaultLines assigned = FaultLines.of(Fault.ASSIGN_BH, Relu.NET);
    assertThat(assigned.in(Notation.OURS)).isEqualTo("dbh = da");
    assertThat(FaultLines.of(Fault.H_FOR_HPREV, Relu.NET).in(Notation.OURS))
        .isEqualTo("dW2 += np.outer(h, da)");
  }
}
