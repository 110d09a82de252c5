package dev.backstep.model;

import static dev.backstep.model.Agreement.assertAgrees;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every net with golden numbers, row by row and in all totals, within 1e-12. */
class GoldenNetsTest {
  /** What the files of before there were rows for the parts of dh and dc do not have. */
  private static final Set<String> PARTS = Set.of("dh_from_output", "dc_from_h");

  private static Stream<ReferenceCase> nets() {
    return Stream.concat(ReferenceCase.plain(), ReferenceCase.gated());
  }

  @ParameterizedTest
  @MethodSource("nets")
  void everyRowOfEveryTimestepIsRight(ReferenceCase golden) {
    Run run = Run.of(golden);
    Net net = golden.shape().net();
    for (int t = 0; t < golden.length(); t++) {
      for (Vector vector : net.vectors()) {
        String row = "/timesteps/" + t + "/" + vector;
        if (golden.has(row) || !PARTS.contains(vector.name())) {
          assertAgrees(run.row(vector, t), golden, row);
        }
      }
      for (Vector state : net.states()) {
        assertAgrees(run.before(state, t), golden, "/timesteps/" + t + "/" + state + "_prev");
      }
      assertAgrees(run.buffers().loss(t), golden, "/timesteps/" + t + "/per_ts_loss");
    }
  }

  @ParameterizedTest
  @MethodSource("nets")
  void everyTotalAndTheLossAreRight(ReferenceCase golden) {
    Run run = Run.of(golden);
    Net net = golden.shape().net();
    int compared = 0;
    for (String name : net.names()) {
      if (golden.has("/params/" + name)) {
        assertAgrees(run.gradients().get(name).data, golden, "/total_grads/d" + name);
        compared++;
      }
    }
    assertThat(compared).isEqualTo(golden.hasBiases() ? net.names().size() : golden.matrices());
    for (int i = 0; i < net.states().size(); i++) {
      double[] initial = run.row(net.handedBack().get(i), 0);
      assertAgrees(initial, golden, "/total_grads/d" + net.states().get(i) + "0");
    }
    assertAgrees(run.buffers().totalLoss(), golden, "/loss_total");
  }

  /** One forward and one backward pass over a golden sequence. */
  private record Run(ReferenceCase golden, Rnn rnn, SequenceBuffers buffers, Parameters gradients) {
    static Run of(ReferenceCase golden) {
      Rnn rnn = new Rnn(golden.shape());
      SequenceBuffers buffers = new SequenceBuffers(golden.shape());
      Parameters gradients = Parameters.zeros(golden.shape());
      buffers.load(golden.inputs(), golden.targets(), golden.states());
      rnn.use(golden.parameters());
      rnn.forward(buffers);
      rnn.backward(buffers, gradients);
      return new Run(golden, rnn, buffers, gradients);
    }

    double[] row(Vector vector, int t) {
      if (vector.equals(golden.shape().net().inputGradient())) {
        double[] row = new double[golden.shape().size(vector.axis())];
        rnn.inputGradient(buffers, t, row);
        return row;
      }
      return Agreement.row(buffers.values(vector), t);
    }

    double[] before(Vector state, int t) {
      int hidden = golden.shape().hidden();
      int from = golden.shape().net().states().indexOf(state) * hidden;
      return t > 0 ? row(state, t - 1) : Arrays.copyOfRange(golden.states(), from, from + hidden);
    }
  }
}
