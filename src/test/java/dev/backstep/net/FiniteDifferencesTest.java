package dev.backstep.net;

import static dev.backstep.model.Agreement.bits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.math.SeededRandom;
import dev.backstep.model.Parameters;
import dev.backstep.model.Rnn;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.model.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The gradients of every net against central differences of its loss. A sequence is also begun at
 * each later cell, with the states that were found there: what its first cell hands back is then
 * the gradient of those states, and its weight gradients are the shares of the cells from there on.
 */
class FiniteDifferencesTest {
  private static final int V = 5;
  private static final int H = 4;
  private static final int T = 4;
  private static final double STEP = 1e-5;
  private static final double TOLERANCE = 1e-8;

  private static Stream<Net> nets() {
    return Nets.ALL.stream();
  }

  /** A net with its weights, before a sequence that begins with given states. */
  private record Problem(Parameters weights, int[] inputs, int[] targets, double[] states) {
    static Problem of(Net net) {
      SeededRandom random = new SeededRandom(5);
      Parameters weights = Parameters.zeros(new Shape(net, V, H));
      for (int i = 0; i < weights.count(); i++) {
        Arrays.setAll(weights.data(i), k -> 0.5 * random.nextGaussian());
      }
      double[] states = new double[weights.shape().stateSize()];
      Arrays.setAll(states, j -> random.nextDouble() - 0.5);
      return new Problem(weights, ids(random), ids(random), states);
    }

    private static int[] ids(SeededRandom random) {
      int[] ids = new int[T];
      Arrays.setAll(ids, t -> random.nextInt(V));
      return ids;
    }

    SequenceBuffers run(Parameters gradients) {
      Rnn rnn = new Rnn(weights.shape());
      SequenceBuffers buffers = new SequenceBuffers(weights.shape());
      buffers.load(inputs, targets, states);
      rnn.use(weights);
      rnn.forward(buffers);
      rnn.backward(buffers, gradients);
      return buffers;
    }

    /** The cells from t on, from the states that the whole sequence has there. */
    Problem from(int t, SequenceBuffers whole) {
      double[] found = states.clone();
      if (t > 0) {
        whole.copyStates(t - 1, found);
      }
      return new Problem(
          weights, Arrays.copyOfRange(inputs, t, T), Arrays.copyOfRange(targets, t, T), found);
    }

    double[] numeric(double[] entries) {
      double[] gradient = new double[entries.length];
      for (int i = 0; i < entries.length; i++) {
        double before = entries[i];
        entries[i] = before + STEP;
        double up = run(Parameters.zeros(weights.shape())).totalLoss();
        entries[i] = before - STEP;
        double down = run(Parameters.zeros(weights.shape())).totalLoss();
        entries[i] = before;
        gradient[i] = (up - down) / (2 * STEP);
      }
      return gradient;
    }
  }

  @ParameterizedTest
  @MethodSource("nets")
  void everyWeightGradientIsThatOfTheLoss(Net net) {
    Problem problem = Problem.of(net);
    SequenceBuffers whole = problem.run(Parameters.zeros(problem.weights().shape()));
    for (int t = 0; t < T; t++) {
      Problem rest = problem.from(t, whole);
      Parameters gradients = Parameters.zeros(problem.weights().shape());
      rest.run(gradients);
      for (int i = 0; i < gradients.count(); i++) {
        assertThat(gradients.data(i))
            .as("%s, from t = %d", net.weights().get(i), t)
            .containsExactly(rest.numeric(problem.weights().data(i)), within(TOLERANCE));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("nets")
  void whatEveryCellHandsBackIsTheGradientOfTheStatesThatItFound(Net net) {
    Problem problem = Problem.of(net);
    Parameters unused = Parameters.zeros(problem.weights().shape());
    SequenceBuffers whole = problem.run(unused);
    List<Vector> handedBack = net.handedBack();
    assertThat(handedBack).hasSameSizeAs(net.states());
    for (int t = 0; t < T; t++) {
      Problem rest = problem.from(t, whole);
      double[] numeric = rest.numeric(rest.states());
      for (int i = 0; i < handedBack.size(); i++) {
        assertThat(whole.row(handedBack.get(i), t))
            .as("%s at t = %d", handedBack.get(i), t)
            .containsExactly(Arrays.copyOfRange(numeric, i * H, (i + 1) * H), within(TOLERANCE));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("nets")
  void everyRowIsThatOfTheSequenceThatBeginsThere(Net net) {
    Problem problem = Problem.of(net);
    Parameters unused = Parameters.zeros(problem.weights().shape());
    SequenceBuffers whole = problem.run(unused);
    for (int t = 1; t < T; t++) {
      SequenceBuffers rest = problem.from(t, whole).run(unused);
      for (Vector vector : net.vectors()) {
        if (net.isNeeded(vector)) {
          assertThat(bits(rest.row(vector, 0)))
              .as("%s at t = %d", vector, t)
              .containsExactly(bits(whole.row(vector, t)));
        }
      }
    }
  }
}
