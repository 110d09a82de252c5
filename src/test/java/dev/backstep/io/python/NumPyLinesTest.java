package dev.backstep.io.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Notation;
import dev.backstep.net.Rule;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NumPyLinesTest {
  private static List<Rule> rules() {
    return Vanilla.NET.rules();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyEquationHasLinesOfAsciiThatAssignSomething(Rule equation) {
    for (Notation notation : Notation.KNOWN) {
      assertThat(NumPyLines.of(equation, Vanilla.NET, notation))
          .isNotEmpty()
          .allSatisfy(line -> assertThat(line).matches("[ -~]+").contains("= "));
    }
  }

  @Test
  void everyQuantityButTheGivenOneAndItsPartIsAssignedUnderItsOwnName() {
    List<String> lines =
        Vanilla.NET.rules().stream()
            .flatMap(each -> NumPyLines.of(each, Vanilla.NET, Notation.OURS).stream())
            .toList();
    List<Vector> partsOfDh = List.of(Cell.DH_FROM_LATER, Head.DH_FROM_OUTPUT);
    assertThat(Vanilla.NET.vectors())
        .filteredOn(quantity -> !partsOfDh.contains(quantity))
        .allSatisfy(
            quantity ->
                assertThat(lines)
                    .anySatisfy(line -> assertThat(line).startsWith(quantity.name() + " = ")));
  }

  @Test
  void theGradientThatReachesTheHiddenStateHasBothItsParts() {
    assertThat(NumPyLines.of(Vanilla.NET.rule("dh"), Vanilla.NET, Notation.OURS))
        .containsExactly("dh = e @ W3 + dh_later");
  }

  @Test
  void theLinesInTheNamesOfTheLiteratureNameNoWeightOfTheProject() {
    assertThat(Vanilla.NET.rules())
        .flatExtracting(equation -> NumPyLines.of(equation, Vanilla.NET, Notation.FIELD))
        .noneMatch(line -> line.matches(".*\\b(d?W[123]|d?bo)\\b.*"));
  }
}
