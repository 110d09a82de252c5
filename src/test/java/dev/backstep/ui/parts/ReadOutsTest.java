package dev.backstep.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.Numbers;
import dev.backstep.model.Parameters;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Input;
import dev.backstep.net.Notation;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import dev.backstep.ui.shell.Traces;
import org.junit.jupiter.api.Test;

class ReadOutsTest {
  private final Trace trace = Traces.of("abc");

  private String six(Vector quantity, int t, int n) {
    return Numbers.six(trace.values(quantity).get(t, n));
  }

  @Test
  void aHiddenUnitIsNamedByItsIndexAndTheCharactersOfItsCell() {
    assertThat(ReadOuts.of(trace, Cell.DH, 1, 2))
        .isEqualTo("dh[2] at t = 1 “b” → “c” = " + six(Cell.DH, 1, 2));
  }

  @Test
  void anOutputIsNamedByItsCharacterToo() {
    assertThat(ReadOuts.of(trace, Head.O, 0, 3))
        .isEqualTo("O[3 “c”] at t = 0 “a” → “b” = " + six(Head.O, 0, 3));
    assertThat(ReadOuts.of(trace, Input.DXT, 0, 1)).startsWith("dxt[1 “a”] at t = 0");
  }

  @Test
  void hiddenUnitsHaveNoCharactersEvenWhereThereAreAsManyOfBoth() {
    assertThat(trace.shape().vocabulary()).isEqualTo(4);

    assertThat(ReadOuts.of(trace, Cell.H, 2, 1))
        .startsWith("H[1] at t = 2 “c” → “" + trace.label(0) + "” = ");
  }

  @Test
  void aWeightIsNamedByItsParameterAndTheCharacterOfItsRow() {
    assertThat(describe("d", Parameters.W2, 1, 2)).startsWith("dW2[1, 2] = ");
    assertThat(describe("d", Parameters.W1, 1, 2)).startsWith("dW1[1 “a”, 2] = ");
    assertThat(describe("", Parameters.W3, 3, 0))
        .isEqualTo("W3[3 “c”, 0] = " + Numbers.six(trace.weights(Parameters.W3).get(3, 0)));
  }

  @Test
  void aBiasHasOneIndex() {
    assertThat(describe("", Parameters.BH, 0, 2)).isEqualTo("bh[2] = 0");
    assertThat(describe("", Parameters.BO, 0, 2)).isEqualTo("bo[2 “b”] = 0");
  }

  @Test
  void inTheNamesOfTheLiteratureTheIndicesOfATransposedWeightAreExchanged() {
    assertThat(describe(Notation.FIELD, "d", Parameters.W2, 1, 2))
        .isEqualTo("dWhh[2, 1] = " + Numbers.six(trace.weights(Parameters.W2).get(1, 2)));
    assertThat(describe(Notation.FIELD, "", Parameters.W1, 1, 2)).startsWith("Wxh[2, 1 “a”] = ");
    assertThat(describe(Notation.FIELD, "", Parameters.W3, 3, 0)).startsWith("Why[3 “c”, 0] = ");
    assertThat(describe(Notation.FIELD, "", Parameters.BO, 0, 2)).isEqualTo("by[2 “b”] = 0");
  }

  private String describe(String prefix, String name, int row, int col) {
    return describe(Notation.OURS, prefix, name, row, col);
  }

  private String describe(Notation notation, String prefix, String name, int row, int col) {
    return ReadOuts.of(trace, notation, prefix, name, trace.weights(name), row, col);
  }
}
