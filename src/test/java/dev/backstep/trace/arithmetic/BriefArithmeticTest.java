package dev.backstep.trace.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.Numbers;
import dev.backstep.model.RandomNet;
import dev.backstep.model.Shape;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Notation;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import dev.backstep.trace.TraceFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BriefArithmeticTest {
  private static Trace trace(Net net) {
    return TraceFixture.of(RandomNet.gaussian(4, 0.5, new Shape(net, 7, 4), 5));
  }

  private final Trace trace = trace(Vanilla.NET);

  private String of(Entry entry) {
    return new BriefArithmetic(trace, Notation.OURS).of(entry);
  }

  private String value(Vector vector, int t, int i) {
    return Numbers.three(trace.values(vector).get(t, i));
  }

  @Test
  void aShortSumHasNamesAndValues() {
    assertThat(of(new Entry.OfCell(Cell.DH, 2, 3)))
        .isEqualTo(
            "= dh_from_output[3] %s + dh_later[3] %s"
                .formatted(value(Head.DH_FROM_OUTPUT, 2, 3), value(Cell.DH_FROM_LATER, 2, 3)));
    assertThat(of(new Entry.OfCell(Head.E, 2, 3)))
        .isEqualTo(
            "= o[3] %s − y[3] %d".formatted(value(Head.O, 2, 3), trace.target(2) == 3 ? 1 : 0));
  }

  @Test
  void aProductHasItsFactors() {
    assertThat(of(new Entry.OfShare("W2", 2, 1, 3)))
        .isEqualTo(
            "= h_prev[1] %s · dtanh[3] %s"
                .formatted(value(Cell.H, 1, 1), value(Vanilla.DTANH, 2, 3)));
  }

  @Test
  void ofALongSumThereAreOnlyNames() {
    assertThat(of(new Entry.OfCell(Cell.H, 2, 3)))
        .isEqualTo("= tanh( W1[x,3] + Σᵢ h_prev[i]·W2[i,3] + bh[3] )");
    assertThat(of(new Entry.OfCell(Head.O, 2, 3))).startsWith("= exp(z − max) / total, z = ");
    assertThat(of(new Entry.OfAccumulator("W2", 2, 1, 3)))
        .isEqualTo("= Σₜ h_prev[1]·dtanh[3], t = 4 … 2");
    assertThat(of(new Entry.OfCell(Cell.DH_FROM_LATER, 2, 3))).isEqualTo("= dh_prev[3] of t = 3");
  }

  @Test
  void whatIsGivenHasNone() {
    assertThat(of(new Entry.OfWeights("W2", 1, 3))).isEmpty();
    assertThat(of(new Entry.OfInitialState(Cell.H, 1))).isEmpty();
    assertThat(of(new Entry.OfInput(1, 1))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 4})
  void everyNumberOfEveryCellFitsOnALine(int t) {
    for (Net net : Nets.ALL) {
      Trace other = trace(net);
      for (Vector vector : net.vectors()) {
        String line = new BriefArithmetic(other, Notation.FIELD).of(new Entry.OfCell(vector, t, 1));
        assertThat(line).as(net + " " + vector).startsWith("= ").hasSizeLessThan(170);
      }
    }
    assertThat(
            new BriefArithmetic(trace(Lstm.NET), Notation.OURS).of(new Entry.OfCell(Lstm.C, 2, 1)))
        .matches("= f\\[1] [−\\d.]+ · c_prev\\[1] [−\\d.]+ \\+ i\\[1] [−\\d.]+ · g\\[1] [−\\d.]+");
  }
}
