package dev.backstep.trace.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.model.RandomNet;
import dev.backstep.model.Shape;
import dev.backstep.net.Cell;
import dev.backstep.net.Gru;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Notation;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import dev.backstep.trace.TraceFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The values of an equation's summands in one number. */
class SubtotalsTest {
  private static Trace trace(Net net) {
    return TraceFixture.of(RandomNet.gaussian(4, 0.5, new Shape(net, 7, 4), 5));
  }

  private static List<Subtotal> of(Net net, Notation notation, Vector vector) {
    return new Derivations(trace(net), notation).subtotals(new Entry.OfCell(vector, 2, 3));
  }

  private static List<String> names(List<Subtotal> subtotals) {
    return subtotals.stream().map(Subtotal::summand).toList();
  }

  @Test
  void whatAnLstmHandsBackComesThroughFourGates() {
    List<Subtotal> subtotals = of(Lstm.NET, Notation.OURS, Cell.DH_PREV);
    assertThat(names(subtotals))
        .containsExactly("da_i·W2_iᵀ", "da_f·W2_fᵀ", "da_g·W2_gᵀ", "da_o·W2_oᵀ");
    double expected = 0;
    Trace trace = trace(Lstm.NET);
    for (int j = 0; j < 4; j++) {
      expected += trace.values(Lstm.OF_F.da()).get(2, j) * trace.weights("W2_f").get(3, j);
    }
    assertThat(subtotals.get(1).value()).isCloseTo(expected, within(1e-15));
    assertThat(subtotals.stream().mapToDouble(Subtotal::value).sum())
        .isCloseTo(trace.values(Cell.DH_PREV).get(2, 3), within(1e-14));
  }

  @Test
  void ofAGruOneOfThemIsNoProductWithAWeight() {
    assertThat(names(of(Gru.NET, Notation.OURS, Cell.DH_PREV)))
        .containsExactly("dh ⊙ z", "da_r·W2_rᵀ", "da_z·W2_zᵀ", "dhn·W2_nᵀ");
    assertThat(names(of(Gru.NET, Notation.FIELD, Cell.DH_PREV))).contains("Whrᵀ·da_r");
  }

  @Test
  void aSumOfOneProductNeedsNoPicture() {
    assertThat(of(Vanilla.NET, Notation.OURS, Cell.DH_PREV)).isEmpty();
    assertThat(of(Vanilla.NET, Notation.OURS, Cell.H)).isEmpty();
    assertThat(of(Lstm.NET, Notation.OURS, Lstm.DC)).isEmpty();
    assertThat(new Derivations(trace(Lstm.NET)).subtotals(new Entry.OfWeights("W2_f", 0, 0)))
        .isEmpty();
  }
}
