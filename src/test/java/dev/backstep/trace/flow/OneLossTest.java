package dev.backstep.trace.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.model.Example;
import dev.backstep.model.GradientCheck;
import dev.backstep.model.RandomNet;
import dev.backstep.model.SequenceData;
import dev.backstep.model.Shape;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Input;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import dev.backstep.trace.TraceFixture;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole arithmetic of a sequence of which one loss counts. */
class OneLossTest {
  private static final int LENGTH = 7;
  private static final int LOSS = 4;

  private static Stream<Net> nets() {
    return Nets.ALL.stream();
  }

  private static Trace trace(Net net) {
    return TraceFixture.of(RandomNet.gaussian(3, 0.6, new Shape(net, 12, 5), LENGTH));
  }

  @ParameterizedTest
  @MethodSource("nets")
  void itsGradientsAreTheRowOfTheTriangle(Net net) {
    Trace whole = trace(net);
    Trace one = OneLoss.of(whole, LOSS);
    LossFlow row = LossFlow.of(whole, new StatePropagation(whole.example()), LOSS);
    for (Vector state : net.states()) {
      Vector gradient = net.gradientOf(state);
      for (int t = 0; t < LENGTH; t++) {
        double expected = t > LOSS ? 0 : row.norm(state, t);
        assertThat(one.norm(gradient, t)).isCloseTo(expected, within(1e-14 * (1 + expected)));
      }
    }
    assertThat(one.totalLoss()).isEqualTo(whole.loss(LOSS));
    assertThat(one.norm(Head.E, LOSS)).isEqualTo(whole.norm(Head.E, LOSS)).isPositive();
    assertThat(one.norm(Head.E, LOSS - 1)).isZero();
    assertThat(one.net().head().isWeighted()).isTrue();
    assertThat(one.label(3)).isEqualTo(whole.label(3));
  }

  @ParameterizedTest
  @MethodSource("nets")
  void theGradientsOfAllLossesAddUpToThoseOfTheWhole(Net net) {
    Trace whole = trace(net);
    String name = net.recurrentWeights().get(0).name();
    double sum = 0;
    for (int s = 0; s < LENGTH; s++) {
      sum += OneLoss.of(whole, s).gradient(name).get(1, 2);
    }
    assertThat(sum).isCloseTo(whole.gradient(name).get(1, 2), within(1e-13));
  }

  @ParameterizedTest
  @MethodSource("nets")
  void theGradientCheckIsGreen(Net net) {
    Map<String, Double> errors =
        new GradientCheck(OneLoss.of(trace(net), LOSS).example()).totals(() -> false);
    assertThat(errors).isNotEmpty();
    assertThat(errors.values()).allMatch(error -> error < GradientCheck.GREEN);
  }

  @Test
  void aLossThatHasAWeightKeepsIt() {
    Trace first = OneLoss.of(trace(Lstm.NET), LOSS);
    Example half =
        first
            .example()
            .on(first.example().sequence().weighted(new double[] {0, 0, 0, 3, .5, 1, 1}));
    Trace weighted = OneLoss.of(TraceFixture.of(half), LOSS);
    assertThat(weighted.totalLoss()).isEqualTo(0.5 * trace(Lstm.NET).loss(LOSS));
    assertThat(weighted.norm(Cell.DH, 2)).isCloseTo(0.5 * first.norm(Cell.DH, 2), within(1e-15));
  }

  @Test
  void whereGradientsAreGivenThoseOfTheOthersAreZero() {
    Trace letters = trace(Lstm.NET);
    Net net = Nets.of(Input.ONE_HOT, Lstm.NET.cell(), Head.NONE, false);
    RandomNet random = RandomNet.gaussian(3, 0.6, new Shape(net, 12, 12, 5, 5), LENGTH);
    double[][] upstream = new double[LENGTH][5];
    for (int t = 0; t < LENGTH; t++) {
      for (int i = 0; i < 5; i++) {
        upstream[t][i] = letters.values(Cell.DH).get(t, i);
      }
    }
    Map<Vector, double[]> beyond = Map.of(Cell.DH_PREV, new double[] {1, 2, 3, 4, 5});
    SequenceData data =
        new SequenceData(
            letters.example().inputs(),
            letters.example().targets(),
            Map.of(Head.UPSTREAM, upstream),
            new double[0],
            beyond);
    Trace whole =
        TraceFixture.of(new Example(random.parameters(), data, letters.example().states()));
    Trace one = OneLoss.of(whole, LOSS);
    assertThat(one.norm(Cell.DH, LOSS + 1)).isZero();
    assertThat(one.norm(Cell.DH, LOSS)).isEqualTo(whole.norm(Head.DH_FROM_OUTPUT, LOSS));
    assertThat(one.norm(Cell.DH, 0)).isPositive().isLessThan(whole.norm(Cell.DH, 0));
  }
}
