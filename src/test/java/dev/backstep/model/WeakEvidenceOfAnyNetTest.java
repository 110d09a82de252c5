package dev.backstep.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.math.RowView;
import dev.backstep.net.Cell;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Relu;
import dev.backstep.net.Sigmoid;
import dev.backstep.net.Vanilla;
import java.util.Arrays;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Weak evidence of nets with other cells than the vanilla one. */
class WeakEvidenceOfAnyNetTest {
  private static final int HIDDEN = 5;

  private static RandomNet net(Net net, double sigma) {
    return RandomNet.gaussian(3, sigma, new Shape(net, 12, HIDDEN), 8);
  }

  private static Set<WeakEvidence> evidence(RandomNet net) {
    return new GradientCheck(net.example()).weakEvidence();
  }

  private static void symmetrize(DMatrixRMaj matrix) {
    for (int i = 0; i < matrix.numRows; i++) {
      for (int j = 0; j < i; j++) {
        matrix.set(i, j, matrix.get(j, i));
      }
    }
  }

  @Test
  void tinyWeightsHideTheBendOfTanhAndOfGatesButReluHasNone() {
    assertThat(evidence(net(Lstm.NET, 0.001))).containsExactly(WeakEvidence.TINY_WEIGHTS);
    assertThat(evidence(net(Sigmoid.NET, 0.001))).containsExactly(WeakEvidence.TINY_WEIGHTS);
    assertThat(evidence(net(Relu.NET, 0.001))).doesNotContain(WeakEvidence.TINY_WEIGHTS);
  }

  @Test
  void aCellWithGatesIsWeakOnlyWhereAllOfItsRecurrentWeightsAreSymmetric() {
    RandomNet net = net(Lstm.NET, 0.4);
    assertThat(evidence(net)).isEmpty();
    for (String name : new String[] {"W2_i", "W2_f", "W2_g"}) {
      symmetrize(net.parameters().get(name));
    }
    assertThat(evidence(net)).isEmpty();
    symmetrize(net.parameters().get("W2_o"));
    assertThat(evidence(net)).containsExactly(WeakEvidence.SYMMETRIC_W2);
  }

  @Test
  void gatesThatAreWideOpenAreSaturated() {
    RandomNet net = net(Lstm.NET, 0.4);
    for (String name : new String[] {"b_i", "b_f", "b_g", "b_o"}) {
      Arrays.fill(net.parameters().get(name).data, 12);
    }
    assertThat(evidence(net)).containsExactly(WeakEvidence.SATURATED);
  }

  @Test
  void theStateThatIsMultipliedIsTheOneThatMustNotBeZero() {
    RandomNet net = net(Lstm.NET, 0.4);
    double[] onlyC = net.h0().clone();
    Arrays.fill(onlyC, 0, HIDDEN, 0);
    assertThat(evidence(new RandomNet(net.parameters(), net.inputs(), net.targets(), onlyC)))
        .containsExactly(WeakEvidence.ZERO_H0);
  }

  @Test
  void theMeanSlopeIsThatOfEveryFunctionOfTheCell() {
    assertThat(meanSlope(net(Vanilla.NET, 0.4)))
        .isCloseTo(expected(net(Vanilla.NET, 0.4), h -> 1 - h * h), within(1e-15));
    assertThat(meanSlope(net(Sigmoid.NET, 0.4)))
        .isCloseTo(expected(net(Sigmoid.NET, 0.4), h -> 4 * h * (1 - h)), within(1e-15));
    assertThat(meanSlope(net(Relu.NET, 0.4)))
        .isCloseTo(expected(net(Relu.NET, 0.4), h -> h > 0 ? 1 : 0), within(1e-15));
    assertThat(meanSlope(net(Lstm.NET, 1e-9).fromZeros()))
        .as("all gates at a half, tanh straight")
        .isCloseTo(1, within(1e-9));
  }

  private static double meanSlope(RandomNet net) {
    SequenceBuffers buffers = forward(net);
    return new Slopes(net.parameters().shape().net(), buffers::values).mean();
  }

  private static double expected(RandomNet net, java.util.function.DoubleUnaryOperator slopeAt) {
    SequenceBuffers buffers = forward(net);
    double sum = 0;
    for (int t = 0; t < buffers.length(); t++) {
      RowView h = new RowView(buffers.values(Cell.H), t);
      for (int j = 0; j < HIDDEN; j++) {
        sum += slopeAt.applyAsDouble(h.get(0, j));
      }
    }
    return sum / (buffers.length() * HIDDEN);
  }

  private static SequenceBuffers forward(RandomNet net) {
    SequenceBuffers buffers = new SequenceBuffers(net.parameters().shape());
    Rnn rnn = new Rnn(net.parameters().shape());
    rnn.use(net.parameters());
    buffers.load(net.inputs(), net.targets(), net.h0());
    rnn.forward(buffers);
    return buffers;
  }
}
