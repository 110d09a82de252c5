package dev.backstep.trace.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.MatrixView;
import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.model.ReferenceCase;
import dev.backstep.net.Cell;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.trace.Accumulator;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Factor;
import dev.backstep.trace.Term;
import dev.backstep.trace.Trace;
import dev.backstep.trace.Update;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DerivationsTest {
  private static Trace trace(String name) {
    ReferenceCase file = ReferenceCase.read(name);
    List<String> labels =
        IntStream.range(0, file.shape().vocabulary()).mapToObj(String::valueOf).toList();
    return Trace.of(
        labels,
        new Example(file.parameters(), file.inputs(), file.targets(), file.h0()),
        (weights, gradients) -> new Update(weights, gradients.norm(), 1));
  }

  private static void assertAddsUp(Derivations derivations, Entry entry, double shown) {
    Derivation derivation = derivations.of(entry);
    assertThat(derivation.result()).as(derivation.name()).isEqualTo(shown);
    assertThat(derivation.outer().apply(derivation.sum()))
        .as("%s = %s", derivation.name(), derivation.formula())
        .isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rnn_a_tiny", "rnn_b_v27_h16_t11", "rnn_d2_t1_h0nonzero"})
  void theTermsOfEveryNumberAddUpToItBitForBit(String name) {
    Trace trace = trace(name);
    Derivations derivations = new Derivations(trace);
    for (int t = 0; t < trace.length(); t++) {
      for (Vector quantity : Vanilla.NET.vectors()) {
        MatrixView values = trace.values(quantity);
        for (int i = 0; i < values.cols(); i++) {
          assertAddsUp(derivations, new Entry.OfCell(quantity, t, i), values.get(t, i));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rnn_a_tiny", "rnn_d2_t1_h0nonzero"})
  void theTermsOfEveryShareAndAccumulatorAddUpToItBitForBit(String name) {
    Trace trace = trace(name);
    Derivations derivations = new Derivations(trace);
    for (int t = 0; t < trace.length(); t++) {
      for (String parameter : Parameters.NAMES) {
        Accumulator accumulator = trace.accumulator(parameter, t);
        MatrixView after = accumulator.after();
        for (int row = 0; row < after.rows(); row++) {
          for (int col = 0; col < after.cols(); col++) {
            assertAddsUp(
                derivations,
                new Entry.OfShare(parameter, t, row, col),
                accumulator.cell().get(row, col));
            assertAddsUp(
                derivations, new Entry.OfAccumulator(parameter, t, row, col), after.get(row, col));
          }
        }
      }
    }
  }

  @Test
  void whatComesFromLaterLeadsToTheCellThatHandedItOn() {
    Trace trace = trace("rnn_b_v27_h16_t11");
    Derivations derivations = new Derivations(trace);
    Derivation total = derivations.of(new Entry.OfCell(Cell.DH, 6, 3));
    Entry later = total.terms().get(1).factors().get(0).source();
    assertThat(later).isEqualTo(new Entry.OfCell(Cell.DH_FROM_LATER, 6, 3));
    assertThat(derivations.of(later).terms().get(0).factors().get(0).source())
        .isEqualTo(new Entry.OfCell(Cell.DH_PREV, 7, 3));
  }

  @Test
  void whatComesFromLaterSaysOfWhichCell() {
    Derivations derivations = new Derivations(trace("rnn_b_v27_h16_t11"));

    assertThat(derivations.of(new Entry.OfCell(Cell.DH_FROM_LATER, 6, 3)).formula())
        .isEqualTo("dh_prev[3] of t = 7");
    assertThat(derivations.of(new Entry.OfCell(Cell.DH_FROM_LATER, 10, 3)).formula())
        .isEqualTo("0, the last cell has none later");
  }

  @Test
  void everySourceHasTheValueThatTheTermSays() {
    Trace trace = trace("rnn_b_v27_h16_t11");
    Derivations derivations = new Derivations(trace);
    for (Vector quantity : Vanilla.NET.vectors()) {
      for (Term term : derivations.of(new Entry.OfCell(quantity, 4, 2)).terms()) {
        for (Factor factor : term.factors()) {
          if (factor.source() instanceof Entry.OfCell source && !factor.symbol().startsWith("(1")) {
            assertThat(trace.values(source.quantity()).get(source.timestep(), source.index()))
                .as(factor.symbol())
                .isEqualTo(factor.value());
          }
        }
      }
    }
  }

  @Test
  void whatIsGivenHasNoDerivation() {
    Derivations derivations = new Derivations(trace("rnn_a_tiny"));
    assertThat(derivations.of(new Entry.OfWeights(Parameters.W2, 0, 0))).isNull();
    assertThat(derivations.of(new Entry.OfInitialState(Cell.H, 1))).isNull();
  }
}
