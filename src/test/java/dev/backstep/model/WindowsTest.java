package dev.backstep.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Windows of k cells are sums over the losses, each gone back from alone through its window. */
class WindowsTest {
  private static final int T = 6;
  private static final double CLOSE = 1e-12;

  private static Stream<Net> nets() {
    return Nets.ALL.stream();
  }

  private static Example example(Net net) {
    return RandomNet.gaussian(5, 0.6, new Shape(net, 8, 4), T).example();
  }

  private static BatchPass pass(Example example, Truncation truncation) {
    return BatchPass.of(Batch.of(example).with(truncation), BackwardRules.RIGHT);
  }

  /** The pass back from the last loss of the cells from … last alone. */
  private static BatchPass ofOneLoss(Example example, int from, int last) {
    SequenceBuffers whole = pass(example, Truncation.NONE).buffers(0);
    double[] states = example.states().clone();
    if (from > 0) {
      whole.copyStates(from - 1, states);
    }
    int[] inputs = Arrays.copyOfRange(example.inputs(), from, last + 1);
    int[] targets = Arrays.copyOfRange(example.targets(), from, last + 1);
    Example part = new Example(example.weights(), inputs, targets, states);
    Example weighted = Batch.of(part).weighted().first();
    double[] only = new double[inputs.length];
    only[inputs.length - 1] = 1;
    return pass(weighted.on(weighted.sequence().weighted(only)), Truncation.NONE);
  }

  @ParameterizedTest
  @MethodSource("nets")
  void everyRowAndEveryTotalIsTheSumOverTheLosses(Net net) {
    Example example = example(net);
    for (int k = 1; k <= T + 1; k++) {
      BatchPass windows = pass(example, Truncation.window(k));
      Parameters totals = Parameters.zeros(example.shape());
      double[][][] rows = new double[net.vectors().size()][T][];
      for (int s = 0; s < T; s++) {
        int from = Math.max(0, s + 1 - k);
        BatchPass one = ofOneLoss(example, from, s);
        for (String name : totals.names()) {
          add(one.gradients().get(name).data, totals.get(name).data);
        }
        for (int i = 0; i < rows.length; i++) {
          Vector vector = net.vectors().get(i);
          for (int t = from; t <= s && isCompared(windows, vector); t++) {
            double[] row = one.row(vector, 0, t - from);
            rows[i][t] = rows[i][t] == null ? new double[row.length] : rows[i][t];
            add(row, rows[i][t]);
          }
        }
      }
      for (String name : totals.names()) {
        assertThat(windows.gradients().get(name).data)
            .as("d%s of windows of %d", name, k)
            .containsExactly(totals.get(name).data, within(CLOSE));
      }
      for (int i = 0; i < rows.length; i++) {
        for (int t = 0; t < T && isCompared(windows, net.vectors().get(i)); t++) {
          assertThat(windows.row(net.vectors().get(i), 0, t))
              .as("%s of windows of %d, t = %d", net.vectors().get(i), k, t)
              .containsExactly(rows[i][t], within(CLOSE));
        }
      }
    }
  }

  private static boolean isCompared(BatchPass pass, Vector vector) {
    return vector.phase() == Phase.BACKWARD && pass.has(vector);
  }

  private static void add(double[] row, double[] sum) {
    Arrays.setAll(sum, i -> sum[i] + row[i]);
  }

  /** What is thrown away is what the cell hands back less what the cell before is handed. */
  @ParameterizedTest
  @MethodSource("nets")
  void whatIsThrownAwayAndWhatIsHandedOnAreWhatTheCellHandsBack(Net net) {
    Example example = example(net);
    for (Truncation cut : new Truncation[] {Truncation.window(2), Truncation.chunks(4)}) {
      SequenceBuffers buffers = new SequenceBuffers(example.shape());
      buffers.load(example);
      Rnn rnn = new Rnn(example.shape(), BackwardRules.RIGHT, cut);
      rnn.use(example.weights());
      rnn.forward(buffers);
      rnn.backward(buffers, Parameters.zeros(example.shape()));
      for (Vector handedBack : net.handedBack()) {
        Vector receiver =
            net.vectors().stream()
                .filter(each -> net.equation(each).right().equals(handedBack.after()))
                .findFirst()
                .orElseThrow();
        for (int t = 1; t < T; t++) {
          double[] thrown = rnn.thrownAway(buffers, handedBack, t);
          boolean isCut = cut.kind() == Truncation.Kind.CHUNKS ? t == 4 : t <= T - 2;
          assertThat(thrown != null).as("%s at t = %d", cut, t).isEqualTo(isCut);
          double[] sum = buffers.row(receiver, t - 1).clone();
          add(isCut ? thrown : new double[sum.length], sum);
          assertThat(sum)
              .as("%s of %s, t = %d", handedBack, cut, t)
              .containsExactly(buffers.row(handedBack, t), within(CLOSE));
        }
      }
    }
  }
}
