package dev.backstep.trace.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.model.RandomNet;
import dev.backstep.model.Shape;
import dev.backstep.net.Cell;
import dev.backstep.net.Gru;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import dev.backstep.trace.TraceFixture;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SumTableTest {
  private static final int UNITS = 4;

  private static Trace trace(Net net) {
    return TraceFixture.of(RandomNet.gaussian(4, 0.5, new Shape(net, 7, UNITS), 5));
  }

  private static Derivation derivation(Trace trace, Entry entry) {
    return Objects.requireNonNull(new Derivations(trace).of(entry));
  }

  static List<Net> cells() {
    return Nets.ALL;
  }

  /** Bit for bit: one order of every sum. */
  @ParameterizedTest
  @MethodSource("cells")
  void theRunningSumComesToTheVeryNumber(Net net) {
    Trace trace = trace(net);
    int tables = 0;
    for (Vector vector : net.vectors()) {
      for (int t = 0; t < 5; t++) {
        for (int i = 0; i < trace.values(vector).cols(); i++) {
          Derivation derivation = derivation(trace, new Entry.OfCell(vector, t, i));
          SumTable table = SumTable.of(derivation).orElse(null);
          if (table != null) {
            tables++;
            assertThat(derivation.outer().apply(table.sum()) + 0.0)
                .as("%s[%d] of %s at t = %d", vector, i, net, t)
                .isEqualTo(trace.values(vector).get(t, i) + 0.0);
          }
        }
      }
    }
    assertThat(tables).isGreaterThan(5 * UNITS * 3);
  }

  @Test
  void eachRowAddsItsProduct() {
    Trace trace = trace(Vanilla.NET);
    SumTable table =
        SumTable.of(derivation(trace, new Entry.OfCell(Cell.DH_PREV, 2, 3))).orElseThrow();
    assertThat(table.rows()).hasSize(UNITS);
    double running = 0;
    for (int j = 0; j < UNITS; j++) {
      SumTable.Row row = table.rows().get(j);
      double product = trace.values(Vanilla.DTANH).get(2, j) * trace.weights("W2").get(3, j);
      running += product;
      assertThat(row.number()).isEqualTo(j + 1);
      assertThat(row.product()).isEqualTo(product);
      assertThat(row.running()).isEqualTo(running);
      assertThat(Objects.requireNonNull(row.factor(0)).symbol()).isEqualTo("dtanh[" + j + "]");
      assertThat(row.factor(2)).isNull();
    }
  }

  @Test
  void theRowAndTheColumnThatMeetStandSideBySide() {
    Trace trace = trace(Vanilla.NET);
    SumTable h = SumTable.of(derivation(trace, new Entry.OfCell(Cell.H, 2, 3))).orElseThrow();
    assertThat(h.dotProducts()).hasSize(1);
    assertThat(h.dotProducts().get(0).row()).isEqualTo("h_prev");
    assertThat(h.dotProducts().get(0).column()).isEqualTo("W2[:,3]");
    double[] column = new double[UNITS];
    for (int i = 0; i < UNITS; i++) {
      column[i] = trace.weights("W2").get(i, 3);
    }
    assertThat(h.dotProducts().get(0).factors(1)).isEqualTo(column);
    assertThat(h.rows()).as("x·W1, h_prev·W2 and bh").hasSize(1 + UNITS + 1);
    SumTable first = SumTable.of(derivation(trace, new Entry.OfCell(Cell.H, 0, 3))).orElseThrow();
    assertThat(first.dotProducts()).as("h0 meets W2 too").hasSize(1);
  }

  @Test
  void whatAnLstmHandsBackHasAMeetingOfEachGate() {
    SumTable table =
        SumTable.of(derivation(trace(Lstm.NET), new Entry.OfCell(Cell.DH_PREV, 2, 3)))
            .orElseThrow();
    assertThat(table.dotProducts())
        .extracting(dotProduct -> dotProduct.row() + "·" + dotProduct.column())
        .containsExactly("da_i·W2_i[3,:]", "da_f·W2_f[3,:]", "da_g·W2_g[3,:]", "da_o·W2_o[3,:]");
    SumTable gru =
        SumTable.of(derivation(trace(Gru.NET), new Entry.OfCell(Cell.DH_PREV, 2, 3))).orElseThrow();
    assertThat(gru.dotProducts()).hasSize(3);
    assertThat(gru.rows()).hasSize(1 + 3 * UNITS);
  }

  @Test
  void oneTermIsNoSum() {
    Trace trace = trace(Vanilla.NET);
    assertThat(SumTable.of(derivation(trace, new Entry.OfCell(Vanilla.DTANH, 2, 3)))).isEmpty();
    SumTable shares =
        SumTable.of(derivation(trace, new Entry.OfAccumulator("W2", 2, 1, 3))).orElseThrow();
    assertThat(shares.rows()).hasSize(3);
    assertThat(shares.dotProducts()).isEmpty();
    assertThat(shares.sum()).isEqualTo(trace.accumulator("W2", 2).after().get(1, 3));
  }

  @Test
  void theCopyHasEveryDigit() {
    Trace trace = trace(Vanilla.NET);
    SumTable table = SumTable.of(derivation(trace, new Entry.OfCell(Cell.H, 2, 3))).orElseThrow();
    String[] lines = table.copy().split("\n", -1);
    assertThat(lines).hasSize(table.rows().size() + 1);
    for (int i = 0; i < table.rows().size(); i++) {
      String[] cells = lines[i].split("\t", -1);
      assertThat(cells).hasSize(2 + table.factors() + 2);
      assertThat(Double.parseDouble(cells[cells.length - 1]))
          .isEqualTo(table.rows().get(i).running());
    }
    assertThat(lines[1]).startsWith("2\th_prev[0]·W2[0,3]\t");
  }
}
