package dev.backstep.trace.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.math.SeededRandom;
import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.model.RandomNet;
import dev.backstep.model.Rnn;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.model.Shape;
import dev.backstep.net.Cell;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import dev.backstep.trace.TraceFixture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradient of one loss alone, of every net, against finite differences and the whole. */
class LossFlowTest {
  private static final int LENGTH = 7;
  private static final int HIDDEN = 5;
  private static final double STEP = 1e-5;

  private static Stream<Net> nets() {
    return Nets.ALL.stream();
  }

  private static Trace trace(Net net) {
    return TraceFixture.of(RandomNet.gaussian(3, 0.6, new Shape(net, 12, HIDDEN), LENGTH));
  }

  @ParameterizedTest
  @MethodSource("nets")
  void theRowsOfAllLossesAddUpToDh(Net net) {
    FlowTriangle triangle = new FlowTriangle(trace(net));
    List<Integer> order = new ArrayList<>();
    assertThat(triangle.largestDifference()).isNaN();
    assertThat(triangle.compute(() -> 4, () -> false, order::add)).isTrue();
    assertThat(order).containsExactly(4, 0, 1, 2, 3, 5, 6);
    assertThat(triangle.largestDifference()).isLessThan(1e-12);
  }

  @Test
  void aTriangleThatIsCancelledSaysSoAndGoesOnLater() {
    FlowTriangle triangle = new FlowTriangle(trace(Vanilla.NET));
    List<Integer> order = new ArrayList<>();
    assertThat(triangle.compute(() -> 2, () -> order.size() == 3, order::add)).isFalse();
    assertThat(triangle.row(2)).isPresent();
    assertThat(triangle.row(6)).isEmpty();
    assertThat(triangle.largestDifference()).isNaN();
    assertThat(triangle.compute(() -> 6, () -> false, order::add)).isTrue();
    assertThat(order).containsExactly(2, 0, 1, 6, 3, 4, 5);
    assertThat(triangle.largestDifference()).isLessThan(1e-12);
  }

  @ParameterizedTest
  @MethodSource("nets")
  void aRowIsTheSlopeOfItsLossInEveryState(Net net) {
    Trace trace = trace(net);
    StatePropagation cells = new StatePropagation(trace.example());
    for (int loss : new int[] {LENGTH - 1, 4, 0}) {
      LossFlow flow = LossFlow.of(trace, cells, loss);
      for (int t = 0; t <= loss; t++) {
        double[] own = cells.row(net.gradientOf(Cell.H), t);
        assertThat(own).containsExactly(slopes(trace, cells, Cell.H, t, loss), within(1e-8));
        for (Vector state : net.states()) {
          double[] row = cells.row(net.gradientOf(state), t);
          assertThat(flow.norm(state, t)).isCloseTo(norm(row), within(1e-15));
          if (t < loss) {
            // With the other states held, as what a cell hands back does.
            Vector handedBack = net.handedBack().get(net.states().indexOf(state));
            assertThat(cells.row(handedBack, t + 1))
                .containsExactly(slopes(trace, cells, state, t, loss), within(1e-8));
          }
        }
      }
    }
  }

  private static double norm(double[] row) {
    return Math.sqrt(Arrays.stream(row).map(entry -> entry * entry).sum());
  }

  /** The slopes of the loss of a timestep in a state of an earlier one, by finite differences. */
  private static double[] slopes(
      Trace trace, StatePropagation cells, Vector state, int t, int loss) {
    double[] slopes = new double[HIDDEN];
    for (int i = 0; i < HIDDEN; i++) {
      int place = trace.net().states().indexOf(state) * HIDDEN + i;
      double[] states = cells.statesBefore(t + 1);
      double at = states[place];
      states[place] = at + STEP;
      double above = loss(trace, states, t, loss);
      states[place] = at - STEP;
      slopes[i] = (above - loss(trace, states, t, loss)) / (2 * STEP);
    }
    return slopes;
  }

  /** The loss of a timestep where the states after another are given. */
  private static double loss(Trace trace, double[] states, int t, int loss) {
    Example whole = trace.example();
    if (t == loss) {
      return lossOf(whole.weights(), states, trace.target(loss));
    }
    Example rest =
        whole
            .on(
                Arrays.copyOfRange(whole.inputs(), t + 1, loss + 1),
                Arrays.copyOfRange(whole.targets(), t + 1, loss + 1))
            .from(states);
    SequenceBuffers buffers = new SequenceBuffers(rest.shape());
    buffers.load(rest);
    Rnn rnn = new Rnn(rest.shape());
    rnn.use(rest.weights());
    rnn.forward(buffers);
    return buffers.loss(loss - t - 1);
  }

  /** Cross-entropy of softmax(h·W3ᵀ + bo), written out. */
  private static double lossOf(Parameters weights, double[] h, int target) {
    DMatrixRMaj logits = new DMatrixRMaj(weights.shape().vocabulary(), 1);
    DMatrixRMaj state = new DMatrixRMaj(HIDDEN, 1, true, Arrays.copyOf(h, HIDDEN));
    CommonOps_DDRM.mult(weights.get("W3"), state, logits);
    double sum = 0;
    for (int i = 0; i < logits.numRows; i++) {
      logits.data[i] += weights.get("bo").data[i];
      sum += StrictMath.exp(logits.data[i]);
    }
    return StrictMath.log(sum) - logits.data[target];
  }

  @ParameterizedTest
  @MethodSource("nets")
  void theBalanceAddsUpToTheChangeOfTheNorm(Net net) {
    Trace trace = trace(net);
    LossFlow flow = LossFlow.of(trace, new StatePropagation(trace.example()), LENGTH - 1);
    for (Vector state : net.states()) {
      for (int t = 0; t < LENGTH - 1; t++) {
        double before = flow.norm(state, t + 1);
        assertThat(FlowBalance.of(flow, state, t).sum())
            .isCloseTo(StrictMath.log10(flow.norm(state, t) / before), within(1e-12));
      }
    }
    assertThat(FlowBalance.goesThroughWeights(net, Cell.H)).isTrue();
  }

  @Test
  void theCellStateOfAnLstmGoesBackThroughItsGate() {
    Trace trace = trace(Lstm.NET);
    StatePropagation cells = new StatePropagation(trace.example());
    LossFlow flow = LossFlow.of(trace, cells, LENGTH - 1);
    assertThat(FlowBalance.goesThroughWeights(Lstm.NET, Lstm.C)).isFalse();
    double[] kept = new double[HIDDEN];
    double[] dc = cells.row(Lstm.DC, 4);
    for (int i = 0; i < HIDDEN; i++) {
      kept[i] = trace.values(Lstm.F).get(4, i) * dc[i];
    }
    assertThat(FlowBalance.of(flow, Lstm.C, 3).inCell())
        .isCloseTo(StrictMath.log10(norm(kept) / norm(dc)), within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("nets")
  void aJacobianIsTheProductOfThoseOfItsCellsWhereHIsTheOnlyState(Net net) {
    Trace trace = trace(net);
    StatePropagation cells = new StatePropagation(trace.example());
    DMatrixRMaj whole = StateJacobian.of(cells, 5, 2);
    DMatrixRMaj ofOne = StateJacobian.of(cells, 3, 3);
    assertThat(ofOne.data).containsExactly(CommonOps_DDRM.identity(HIDDEN).data, within(0.0));
    if (net.states().size() == 1) {
      DMatrixRMaj first = new DMatrixRMaj(HIDDEN, HIDDEN);
      CommonOps_DDRM.mult(StateJacobian.of(cells, 5, 4), StateJacobian.of(cells, 4, 2), first);
      assertThat(whole.data).containsExactly(first.data, within(1e-14));
    }
    DMatrixRMaj gradient = new DMatrixRMaj(1, HIDDEN);
    DMatrixRMaj atLoss = new DMatrixRMaj(1, HIDDEN, true, LossFlow.gradient(trace, 5));
    CommonOps_DDRM.mult(atLoss, whole, gradient);
    LossFlow.of(trace, cells, 5);
    assertThat(cells.row(Cell.DH, 2)).containsExactly(gradient.data, within(1e-13));
  }

  @Test
  void theReachEndsWhereLessThanOnePercentIsLeft() {
    Trace trace = trace(Vanilla.NET);
    LossFlow flow = LossFlow.of(trace, new StatePropagation(trace.example()), LENGTH - 1);
    int back = 0;
    while (back < LENGTH - 1
        && flow.norm(Cell.H, LENGTH - 1 - back) >= 0.01 * flow.norm(Cell.H, LENGTH - 1)) {
      back++;
    }
    assertThat(flow.reach(Cell.H).isPresent()).isEqualTo(back < LENGTH - 1);
    Trace weak = weak();
    assertThat(LossFlow.of(weak, new StatePropagation(weak.example()), 6).reach(Cell.H))
        .hasValue(3);
    assertThat(LossFlow.of(weak, new StatePropagation(weak.example()), 2).reach(Cell.H)).isEmpty();
  }

  /** W2 = 0.2·I and states near 0, so that a fifth of the gradient is left from cell to cell. */
  private static Trace weak() {
    RandomNet net = RandomNet.gaussian(3, 1e-9, new Shape(Vanilla.NET, 12, HIDDEN), LENGTH);
    Parameters weights = net.parameters();
    CommonOps_DDRM.setIdentity(weights.get("W2"));
    CommonOps_DDRM.scale(0.2, weights.get("W2"));
    SeededRandom random = new SeededRandom(1);
    Arrays.setAll(weights.get("W3").data, i -> random.nextGaussian());
    return TraceFixture.of(new RandomNet(weights, net.inputs(), net.targets(), new double[HIDDEN]));
  }
}
