package dev.backstep.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.fault.Fault;
import dev.backstep.math.SeededRandom;
import dev.backstep.model.Example;
import dev.backstep.model.Initialization;
import dev.backstep.model.Parameters;
import dev.backstep.model.SequenceData;
import dev.backstep.model.Shape;
import dev.backstep.net.Cell;
import dev.backstep.net.Lstm;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.trace.Backward;
import dev.backstep.trace.Trace;
import dev.backstep.trace.Update;
import dev.backstep.ui.shell.Traces;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BitEqualityTest {
  private final Trace abca = Traces.of("abca");

  @Test
  void theSameSequenceOnTheSameWeightsIsTheSame() {
    assertThat(BitEquality.areSame(abca, Traces.of("abca"))).isTrue();
  }

  @Test
  void anotherLastTargetLeavesTheStatesAndChangesTheirGradients() {
    Trace other = Traces.of("abca", "bcac");

    assertThat(other.values(Cell.H).get(3, 0)).isEqualTo(abca.values(Cell.H).get(3, 0));
    assertThat(BitEquality.areSame(abca, other)).isFalse();
  }

  @Test
  void anotherInputChangesTheStates() {
    assertThat(BitEquality.areSame(abca, Traces.of("abcb"))).isFalse();
  }

  @Test
  void aLongerSequenceIsAnother() {
    assertThat(BitEquality.areSame(abca, Traces.of("abcab"))).isFalse();
  }

  /** An LSTM of three units over one letter. */
  private static Trace lstm(double c0, double dcBeyond) {
    Shape shape = new Shape(Lstm.NET, 4, 3);
    double[] states = new double[shape.stateSize()];
    Arrays.fill(states, 3, 6, c0);
    Map<Vector, double[]> beyond = Map.of(Lstm.DC_PREV, new double[] {dcBeyond, 0, 0});
    SequenceData letter =
        new SequenceData(new int[] {1}, new int[] {2}, Map.of(), new double[0], beyond);
    return Trace.of(
        List.of("a", "b", "c", "d"),
        new Example(
            new Initialization.Uniform().initialize(shape, new SeededRandom(5)), letter, states),
        (before, gradients) -> new Update(before, gradients.norm(), 1));
  }

  private static double first(Trace trace, Vector vector) {
    return trace.values(vector).get(0, 0);
  }

  @Test
  void anotherGradientOfTheCellStateAloneMakesTwoLstmsDiffer() {
    Trace one = lstm(0.25, 0.5);
    Trace other = lstm(0.25, 0.75);
    assertThat(first(other, Cell.DH)).isEqualTo(first(one, Cell.DH));
    assertThat(first(other, Lstm.DC)).isNotEqualTo(first(one, Lstm.DC));
    assertThat(BitEquality.areSame(one, lstm(0.25, 0.5))).isTrue();
    assertThat(BitEquality.areSame(one, other)).isFalse();
  }

  /** So large that its tanh is 1 with either. */
  @Test
  void anotherCellStateAloneMakesTwoLstmsDiffer() {
    Trace one = lstm(100, 0);
    Trace other = lstm(101, 0);
    for (Vector vector : List.of(Cell.H, Cell.DH, Lstm.DC)) {
      assertThat(first(other, vector)).as(vector.name()).isEqualTo(first(one, vector));
    }
    assertThat(first(other, Lstm.C)).isNotEqualTo(first(one, Lstm.C));
    assertThat(BitEquality.areSame(one, other)).isFalse();
  }

  /** One cell whose h is 1, so that no gradient passes its tanh, with a gradient from beyond. */
  private static Trace saturated(Fault fault) {
    Shape shape = new Shape(Vanilla.NET, 4, 3);
    Parameters weights = new Initialization.Uniform().initialize(shape, new SeededRandom(5));
    Arrays.fill(weights.get("bh").data, 100);
    Map<Vector, double[]> beyond = Map.of(Cell.DH_PREV, new double[] {0.5, 0, 0});
    SequenceData letter =
        new SequenceData(new int[] {1}, new int[] {2}, Map.of(), new double[0], beyond);
    return Trace.of(
        List.of("a", "b", "c", "d"),
        new Example(weights, letter, new double[3]),
        Backward.by(fault.rules(), shape),
        (before, gradients) -> new Update(before, gradients.norm(), 1));
  }

  @Test
  void anotherDhAloneMakesTwoTracesDiffer() {
    Trace right = saturated(Fault.NONE);
    Trace faulty = saturated(Fault.NO_LATER_DH);
    for (Vector vector : right.net().vectors()) {
      assertThat(first(faulty, vector) == first(right, vector))
          .as(vector.name())
          .isEqualTo(!vector.equals(Cell.DH));
    }
    assertThat(BitEquality.areSame(right, saturated(Fault.NONE))).isTrue();
    assertThat(BitEquality.areSame(right, faulty)).isFalse();
  }
}
