package dev.backstep.trace.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.model.RandomNet;
import dev.backstep.model.Rnn;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.model.Shape;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.trace.Entry;
import dev.backstep.trace.HandOver;
import dev.backstep.trace.Trace;
import dev.backstep.trace.TraceFixture;
import dev.backstep.trace.links.Links;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes numbers of small nets of every cell, beside the engine run with those numbers. */
class WhatIfTest {
  private static final int LENGTH = 5;
  private static final int HIDDEN = 3;
  private static final int VOCABULARY = 7;

  private static Stream<Net> nets() {
    return Nets.ALL.stream();
  }

  private static RandomNet random(Net net) {
    return RandomNet.gaussian(11, 0.6, new Shape(net, VOCABULARY, HIDDEN), LENGTH);
  }

  private static Trace trace(Net net) {
    return TraceFixture.of(random(net));
  }

  /** Every weight, every bias and every state before the first cell. */
  private static List<Entry> places(Trace trace) {
    List<Entry> places = new ArrayList<>();
    for (String name : trace.net().names()) {
      for (int row = 0; row < trace.weights(name).rows(); row++) {
        for (int col = 0; col < trace.weights(name).cols(); col++) {
          places.add(new Entry.OfWeights(name, row, col));
        }
      }
    }
    for (Vector state : trace.net().states()) {
      for (int i = 0; i < HIDDEN; i++) {
        places.add(new Entry.OfInitialState(state, i));
      }
    }
    return places;
  }

  private static SequenceBuffers run(Example example) {
    SequenceBuffers buffers = new SequenceBuffers(example.shape());
    buffers.load(example);
    Rnn rnn = new Rnn(example.shape());
    rnn.use(example.weights());
    rnn.forward(buffers);
    rnn.backward(buffers, Parameters.zeros(example.shape()));
    return buffers;
  }

  @ParameterizedTest
  @MethodSource("nets")
  void theSlopeOfEveryNumberIsItsGradient(Net net) {
    WhatIf whatIf = WhatIf.of(trace(net));
    for (Entry place : places(whatIf.original())) {
      Slope slope = whatIf.slope(place, whatIf.before(place) + 1e-4);
      assertThat(slope.bothWays())
          .as("%s of %s", place, net)
          .isCloseTo(slope.gradient(), within(1e-6 * Math.abs(slope.gradient()) + 1e-8));
      assertThat(slope.perUnit())
          .as("%s of %s", place, net)
          .isCloseTo(slope.gradient(), within(1e-3 + 1e-3 * Math.abs(slope.gradient())));
      assertThat(slope.change()).isEqualTo(whatIf.changeAlone(place, whatIf.before(place) + 1e-4));
    }
  }

  @ParameterizedTest
  @MethodSource("nets")
  void everythingOfTheCopyIsWhatTheEngineComputesWithThatNumber(Net net) {
    Trace trace = trace(net);
    for (Entry place : places(trace)) {
      Example other = random(net).example();
      Parameters weights = other.weights().copy();
      double[] states = other.states().clone();
      if (place instanceof Entry.OfWeights weight) {
        DMatrixRMaj matrix = weights.get(weight.parameter());
        matrix.data[weight.row() * matrix.numCols + weight.col()] = 0.25;
      } else {
        Entry.OfInitialState state = (Entry.OfInitialState) place;
        states[net.states().indexOf(state.state()) * HIDDEN + state.index()] = 0.25;
      }
      SequenceBuffers engine = run(other.with(weights).from(states));
      WhatIf whatIf = WhatIf.of(trace).with(place, 0.25);
      assertThat(whatIf.edited().totalLoss()).isEqualTo(engine.totalLoss());
      assertThat(whatIf.change()).isEqualTo(engine.totalLoss() - trace.totalLoss());
      assertThat(whatIf.change() != 0 || Places.gradientOf(trace, place) == 0).isTrue();
      for (Vector vector : List.of(Cell.H, Head.O, Cell.DH, Cell.DH_PREV)) {
        for (int i = 0; i < trace.values(vector).cols(); i++) {
          assertThat(whatIf.edited().values(vector).get(2, i))
              .isEqualTo(engine.values(vector).get(2, i));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("nets")
  void aCellWithoutInputReadsTheZeroVector(Net net) {
    Trace trace = trace(net);
    WhatIf whatIf = WhatIf.of(trace).withoutInput(2);
    Trace edited = whatIf.edited();
    Example without =
        random(net).example().on(new int[] {1, 2, -1, 4, 5}, trace.example().targets());
    assertThat(edited.totalLoss()).isEqualTo(run(without).totalLoss());
    assertThat(whatIf.change()).isNotZero();
    assertThat(edited.label(edited.input(2))).isEqualTo("∅");
    assertThat(edited.label(edited.input(3))).isEqualTo(trace.label(trace.input(3)));
    // What is lit for it, and its shares: nothing of a row that is not read.
    String w1 = net.names().get(0);
    assertThat(edited.share(w1, 2).maxAbs()).isZero();
    assertThat(edited.share(w1, 3).maxAbs()).isPositive();
    Links links = new Links(edited);
    assertThat(links.of(new Entry.OfInput(2, -1), 2).isEmpty()).isTrue();
    assertThat(links.ofForwardCell(2).sources())
        .isNotEmpty()
        .allMatch(light -> light.block().fromCol() >= 0 && light.block().fromRow() >= 0);
    assertThat(links.ofBackwardCell(2).destinations())
        .isNotEmpty()
        .allMatch(light -> light.block().fromRow() >= 0);
    assertThat(links.of(new Entry.OfCell(Cell.DH, 2, 1), 2).isEmpty()).isFalse();
  }

  @Test
  void changesAddUpAndEachCanBeTakenBack() {
    Trace trace = trace(Vanilla.NET);
    Entry weight = new Entry.OfWeights("W2", 1, 2);
    Entry h0 = new Entry.OfInitialState(Cell.H, 0);
    WhatIf one = WhatIf.of(trace).with(weight, 0.5);
    WhatIf both = one.with(h0, -0.5);
    WhatIf three = both.withoutInput(1);
    assertThat(three.places()).containsExactly(weight, h0, three.inputOf(1));
    assertThat(three.now(weight)).isEqualTo(0.5);
    assertThat(three.before(weight)).isEqualTo(trace.weights("W2").get(1, 2));
    assertThat(three.without(three.inputOf(1)).edited().totalLoss())
        .isEqualTo(both.edited().totalLoss());
    assertThat(both.without(h0).edited().totalLoss()).isEqualTo(one.edited().totalLoss());
    assertThat(both.change()).isNotEqualTo(one.change());
    assertThat(both.changeAlone(weight, 0.5)).isEqualTo(one.change());
    WhatIf none = one.without(weight);
    assertThat(none.isEmpty()).isTrue();
    assertThat(none.edited()).isSameAs(trace);
    assertThat(one.with(weight, trace.weights("W2").get(1, 2)).edited()).isSameAs(trace);
  }

  @Test
  void theTraceThatItBeganWithIsAsItWas() {
    Trace trace = trace(Vanilla.NET);
    double loss = trace.totalLoss();
    double weight = trace.weights("W1").get(1, 0);
    WhatIf whatIf =
        WhatIf.of(trace)
            .with(new Entry.OfWeights("W1", 1, 0), 3)
            .with(new Entry.OfInitialState(Cell.H, 1), 3)
            .withoutInput(0);
    assertThat(whatIf.edited().weights("W1").get(1, 0)).isEqualTo(3);
    assertThat(trace.weights("W1").get(1, 0)).isEqualTo(weight);
    assertThat(trace.input(0)).isEqualTo(1);
    assertThat(trace.lossOf(trace.example())).isEqualTo(loss).isEqualTo(trace.totalLoss());
  }

  @Test
  void theUpdateIsThatOfTheCopyByTheSameOptimiser() {
    Trace trace = trace(Vanilla.NET);
    Trace edited = WhatIf.of(trace).with(new Entry.OfWeights("bh", 0, 1), 0.7).edited();
    double expected = 0.7 - edited.gradient("bh").get(0, 1);
    assertThat(edited.weightsAfter("bh").get(0, 1)).isEqualTo(expected);
  }

  @Test
  void aCarriedStateThatIsChangedIsNotThatOfTheSequenceBefore() {
    Trace trace = trace(Vanilla.NET).carriedFrom(new HandOver(List.of("a", "b")));
    WhatIf weight = WhatIf.of(trace).with(new Entry.OfWeights("W2", 0, 0), 1);
    assertThat(weight.edited().handOver()).isEqualTo(trace.handOver());
    assertThat(weight.with(new Entry.OfInitialState(Cell.H, 0), 1).edited().handOver()).isNull();
  }

  @Test
  void ofAGradientTheWeightIsMeantAndOfWhatIsComputedNothing() {
    Entry weight = new Entry.OfWeights("W2", 1, 2);
    assertThat(Places.of(Vanilla.NET, new Entry.OfShare("W2", 3, 1, 2))).contains(weight);
    assertThat(Places.of(Vanilla.NET, new Entry.OfAccumulator("W2", 3, 1, 2))).contains(weight);
    assertThat(Places.of(Vanilla.NET, new Entry.OfChange("W2", 1, 2))).contains(weight);
    assertThat(Places.of(Vanilla.NET, weight)).contains(weight);
    assertThat(Places.of(Vanilla.NET, new Entry.OfCell(Cell.H, 1, 2))).isEmpty();
    assertThat(Places.of(Vanilla.NET, new Entry.OfTarget(1, 2))).isEmpty();
  }
}
