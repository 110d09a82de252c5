package dev.backstep.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.MatrixView;
import dev.backstep.model.Parameters;
import dev.backstep.model.RandomNet;
import dev.backstep.model.Shape;
import dev.backstep.net.Cell;
import dev.backstep.net.Notation;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.trace.Backward;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import dev.backstep.trace.arithmetic.Derivation;
import dev.backstep.trace.arithmetic.Derivation.Outer;
import dev.backstep.trace.arithmetic.Derivations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The written-out arithmetic of a wrong trace: either it comes to the number or it names the line.
 */
class FaultDerivationsTest {
  private static final RandomNet NET = RandomNet.gaussian(5, 0.9, new Shape(9, 4), 5);

  private static Trace trace(Fault fault) {
    Backward backward =
        new Backward(
            fault.rules(),
            Parameters.zeros(NET.parameters().shape()),
            notation -> FaultTexts.load().faultyLine(fault, notation));
    return FaultTraces.of(NET, backward, 7);
  }

  @ParameterizedTest
  @MethodSource("dev.backstep.fault.Faults#noneAndPlain")
  void everyNumberIsWhatItsTermsComeToOrOfTheFaultyLine(Fault fault) {
    Trace trace = trace(fault);
    Derivations derivations = new Derivations(trace);

    for (int t = 0; t < trace.length(); t++) {
      for (Vector quantity : Vanilla.NET.vectors()) {
        MatrixView values = trace.values(quantity);
        for (int i = 0; i < values.cols(); i++) {
          Derivation derivation = derivations.of(new Entry.OfCell(quantity, t, i));
          assertHonest(derivation, values.get(t, i), trace, fault);
        }
      }
      for (int i = 0; i < 4; i++) {
        MatrixView sum = trace.accumulator("W2", t).after();
        Derivation derivation = derivations.of(new Entry.OfAccumulator("W2", t, i, 1));
        assertHonest(derivation, sum.get(i, 1), trace, fault);
        MatrixView share = trace.share("W2", t);
        assertHonest(
            derivations.of(new Entry.OfShare("W2", t, i, 1)), share.get(i, 1), trace, fault);
      }
    }
  }

  private static void assertHonest(Derivation derivation, double shown, Trace trace, Fault fault) {
    assertThat(derivation.result()).as(derivation.name()).isEqualTo(shown);
    if (derivation.outer() instanceof Outer.FaultyLine wrong) {
      assertThat(fault).isNotEqualTo(Fault.NONE);
      assertThat(wrong.line()).isEqualTo(FaultTexts.load().faultyLine(fault, Notation.OURS));
      assertThat(derivation.terms()).isEmpty();
    } else {
      assertThat(derivation.outer().apply(derivation.sum())).isEqualTo(shown);
    }
  }

  @Test
  void theNumberOfTheFaultyLineIsOneAndWhatFollowsFromItIsComputedRightly() {
    Derivations derivations = new Derivations(trace(Fault.MISSING_TRANSPOSE), Notation.FIELD);

    Derivation wrong = derivations.of(new Entry.OfCell(Cell.DH_PREV, 4, 2));
    assertThat(wrong.outer())
        .isEqualTo(new Outer.FaultyLine(wrong.result(), "dh_prev = Whh @ dtanh"));
    assertThat(derivations.of(new Entry.OfCell(Vanilla.DTANH, 3, 2)).terms()).isNotEmpty();
  }
}
