package dev.backstep.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.trace.Equation;
import dev.backstep.trace.Notation;
import dev.backstep.trace.Quantity;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NumPyLinesTest {
  @ParameterizedTest
  @EnumSource(Equation.class)
  void everyEquationHasLinesOfAsciiThatAssignSomething(Equation equation) {
    for (Notation notation : Notation.values()) {
      assertThat(NumPyLines.of(equation, notation))
          .isNotEmpty()
          .allSatisfy(line -> assertThat(line).matches("[ -~]+").contains("= "));
    }
  }

  @Test
  void everyQuantityButTheGivenOneAndItsPartIsAssignedUnderItsOwnName() {
    List<String> lines =
        Arrays.stream(Equation.values())
            .flatMap(each -> NumPyLines.of(each, Notation.OURS).stream())
            .toList();
    List<Quantity> partsOfDh = List.of(Quantity.DH_FROM_LATER, Quantity.DH_FROM_OUTPUT);
    assertThat(Quantity.values())
        .filteredOn(quantity -> !partsOfDh.contains(quantity))
        .allSatisfy(
            quantity ->
                assertThat(lines)
                    .anySatisfy(
                        line -> assertThat(line).startsWith(quantity.vectorSymbol() + " = ")));
  }

  @Test
  void theGradientThatReachesTheHiddenStateHasBothItsParts() {
    assertThat(NumPyLines.of(Equation.DH, Notation.OURS)).containsExactly("dh = e @ W3 + dh_later");
  }

  @Test
  void theLinesInTheNamesOfTheLiteratureNameNoWeightOfTheProject() {
    assertThat(Equation.values())
        .flatExtracting(equation -> NumPyLines.of(equation, Notation.FIELD))
        .noneMatch(line -> line.matches(".*\\b(d?W[123]|d?bo)\\b.*"));
  }
}
