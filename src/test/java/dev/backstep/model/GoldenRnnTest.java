package dev.backstep.model;

import static dev.backstep.model.Agreement.assertAgrees;

import dev.backstep.math.DenseView;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Vanilla;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine against the golden numbers, within 1e-12. */
class GoldenRnnTest {
  private static final String ALL_CASES = "dev.backstep.model.ReferenceCase#all";

  @ParameterizedTest
  @MethodSource(ALL_CASES)
  void theForwardPassGivesEveryStateOutputAndLoss(ReferenceCase golden) {
    Pass pass = Pass.of(golden);

    assertAgrees(Agreement.entries(pass.buffers().hidden()), golden, "/hidden");
    assertAgrees(Agreement.entries(pass.buffers().outputs()), golden, "/outputs");
    for (int t = 0; t < golden.length(); t++) {
      assertAgrees(pass.buffers().loss(t), golden, "/loss_per_t/" + t);
      assertAgrees(pass.buffers().hPrev(t), golden, at(t, "h_prev"));
    }
    assertAgrees(pass.buffers().totalLoss(), golden, "/loss_total");
  }

  @ParameterizedTest
  @MethodSource(ALL_CASES)
  void theBackwardPassGivesEveryVectorOfEveryCell(ReferenceCase golden) {
    SequenceBuffers buffers = Pass.of(golden).buffers();

    for (int t = 0; t < golden.length(); t++) {
      assertAgrees(buffers.row(Head.E, t), golden, at(t, "e"));
      assertAgrees(buffers.row(Head.DH_FROM_OUTPUT, t), golden, at(t, "dh_from_output"));
      assertAgrees(buffers.row(Cell.DH_FROM_LATER, t), golden, at(t, "dh_from_later"));
      assertAgrees(buffers.row(Cell.DH, t), golden, at(t, "dh"));
      assertAgrees(buffers.row(Vanilla.DTANH, t), golden, at(t, "dtanh"));
      assertAgrees(buffers.row(Cell.DH_PREV, t), golden, at(t, "dh_prev"));
    }
  }

  @ParameterizedTest
  @MethodSource(ALL_CASES)
  void theInputGradientOfEveryCellIsRight(ReferenceCase golden) {
    Pass pass = Pass.of(golden);
    double[] dxt = new double[golden.shape().vocabulary()];

    for (int t = 0; t < golden.length(); t++) {
      pass.rnn().inputGradient(pass.buffers(), t, dxt);
      assertAgrees(dxt, golden, at(t, "dxt"));
    }
  }

  @ParameterizedTest
  @MethodSource(ALL_CASES)
  void theShareOfOneCellIsRight(ReferenceCase golden) {
    SequenceBuffers buffers = Pass.of(golden).buffers();

    for (int t = 0; t < golden.length(); t++) {
      for (String name : Parameters.NAMES) {
        assertShare(golden, t, name, share(golden, buffers, t, name));
      }
    }
  }

  private static void assertShare(ReferenceCase golden, int t, String name, DenseView share) {
    if (name.startsWith("W")) {
      assertAgrees(Agreement.norm(share), golden, at(t, "frobenius/d" + name));
    }
    if (golden.has(at(t, "d" + name))) {
      assertAgrees(Agreement.entries(share), golden, at(t, "d" + name));
    }
  }

  private static DenseView share(
      ReferenceCase golden, SequenceBuffers buffers, int t, String name) {
    Parameters sums = Parameters.zeros(golden.shape());
    new CellSums(BackwardRules.RIGHT, golden.shape()).add(name, buffers, t, t + 1, sums.get(name));
    return new DenseView(sums.get(name));
  }

  @ParameterizedTest
  @MethodSource(ALL_CASES)
  void theTotalGradientsAndTheirNormAreRight(ReferenceCase golden) {
    Pass pass = Pass.of(golden);

    for (String name : Parameters.NAMES) {
      assertAgrees(pass.gradients().get(name).data, golden, "/total_grads/d" + name);
    }
    assertAgrees(pass.buffers().row(Cell.DH_PREV, 0), golden, "/total_grads/dh0");
    assertAgrees(pass.gradients().norm(), golden, "/grad_global_norm");
  }

  private static String at(int t, String quantity) {
    return "/timesteps/" + t + "/" + quantity;
  }

  /** One forward and one backward pass over a golden sequence. */
  private record Pass(Rnn rnn, SequenceBuffers buffers, Parameters gradients) {
    static Pass of(ReferenceCase golden) {
      Rnn rnn = new Rnn(golden.shape());
      SequenceBuffers buffers = new SequenceBuffers(golden.shape());
      Parameters gradients = Parameters.zeros(golden.shape());
      buffers.load(golden.inputs(), golden.targets(), golden.h0());
      rnn.use(golden.parameters());
      rnn.forward(buffers);
      rnn.backward(buffers, gradients);
      return new Pass(rnn, buffers, gradients);
    }
  }
}
