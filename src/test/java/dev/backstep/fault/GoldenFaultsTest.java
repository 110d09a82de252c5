package dev.backstep.fault;

import static dev.backstep.model.Agreement.TOLERANCE;
import static dev.backstep.model.Agreement.assertAgrees;
import static dev.backstep.model.Agreement.entries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backstep.fault.evidence.CheckedQuantity;
import dev.backstep.fault.evidence.Difference;
import dev.backstep.fault.evidence.Signature;
import dev.backstep.math.MatrixView;
import dev.backstep.model.Parameters;
import dev.backstep.model.RandomNet;
import dev.backstep.model.ReferenceCase;
import dev.backstep.net.Phase;
import dev.backstep.trace.Backward;
import dev.backstep.trace.Trace;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Wrong gradients of an independent implementation, within 1e-12. Its pad_zero reads padding that
 * is no character: {@link BlankCharacter}.
 */
class GoldenFaultsTest {
  private static final ReferenceCase GOLDEN = ReferenceCase.read("bugs_a_tiny");
  private static final RandomNet NET = net(ReferenceCase.read("rnn_a_tiny"));

  private static RandomNet net(ReferenceCase golden) {
    return new RandomNet(golden.parameters(), golden.inputs(), golden.targets(), golden.h0());
  }

  private static int[] ids(String pointer) {
    return StreamSupport.stream(GOLDEN.root().at(pointer).spliterator(), false)
        .mapToInt(JsonNode::intValue)
        .toArray();
  }

  /** The second sequence, after one that leaves its gradients to it if the fault lets it. */
  private static Trace wrong(Fault fault) {
    RandomNet prior =
        new RandomNet(NET.parameters(), ids("/prior_inputs"), ids("/prior_targets"), NET.h0());
    Parameters gradients = FaultTraces.leftBehind(FaultTraces.right(prior));
    fault.rules().begin(gradients);
    Backward backward = new Backward(fault.rules(), gradients, notation -> "");
    return FaultTraces.of(NET, backward, (int) GOLDEN.number("/Tmax"));
  }

  @ParameterizedTest
  @CsvSource({
    "ok,              NONE",
    "w2_no_transpose, MISSING_TRANSPOSE",
    "dhprev_in_dW2,   DHPREV_FOR_HPREV",
    "no_tanh_deriv,   NO_TANH_DERIVATIVE",
    "no_later_dh,     NO_LATER_DH",
    "one_index_e,     ONE_INDEX_E",
    "no_grad_reset,   NO_RESET",
    "stale_H_zeros,   STALE_H",
    "off_by_one_h,    H_FOR_HPREV",
    "pad_newline,     PADDING_UNMASKED"
  })
  void theWrongGradientsAndTheirErrorsAreThoseOfTheFile(
      String bug, @ConvertWith(Faults.Named.class) Fault fault) {
    Trace wrong = wrong(fault);
    for (String name : Parameters.NAMES) {
      assertAgrees(entries(wrong.gradient(name)), GOLDEN, "/bugs/" + bug + "/total_grads/d" + name);
    }

    Signature signature = Signature.between(FaultTraces.right(NET), wrong);
    signature
        .totals()
        .forEach(
            (name, difference) ->
                assertError(difference, "/bugs/" + bug + "/rel_err_total/" + name));
    assertErrorsOfCells(signature, bug);
  }

  @Test
  void paddingWithAVectorOfZerosIsPaddingWithACharacterThatIsNeverPredicted() {
    RandomNet net = BlankCharacter.before(NET);
    Trace right = FaultTraces.right(net);
    Backward backward = Backward.by(Fault.PADDING_UNMASKED.rules(), net.parameters().shape());
    Trace wrong = FaultTraces.of(net, backward, (int) GOLDEN.number("/Tmax"));
    assertThat(wrong.length()).isEqualTo((int) GOLDEN.number("/Tmax"));

    for (String name : Parameters.NAMES) {
      MatrixView total = BlankCharacter.without(name, wrong.gradient(name));
      assertAgrees(entries(total), GOLDEN, "/bugs/pad_zero/total_grads/d" + name);
      assertError(
          Difference.between(BlankCharacter.without(name, right.gradient(name)), total),
          "/bugs/pad_zero/rel_err_total/d" + name);
    }
    Signature signature = Signature.between(right, wrong);
    assertError(signature.totals().get(Signature.DH0), "/bugs/pad_zero/rel_err_total/dh0");
    assertErrorsOfCells(signature, "pad_zero");
  }

  private static void assertErrorsOfCells(Signature signature, String bug) {
    for (int t = 0; t < signature.length(); t++) {
      for (CheckedQuantity judged :
          CheckedQuantity.all(NET.parameters().shape().net(), Phase.BACKWARD)) {
        String name = judged.isShare() ? judged.symbol() : judged.quantity().name();
        assertError(signature.at(judged, t), "/bugs/" + bug + "/rel_err_per_t/" + t + "/" + name);
      }
    }
  }

  /** Some quantities are not in the file. */
  private static void assertError(Difference difference, String pointer) {
    if (GOLDEN.has(pointer)) {
      assertThat(difference.error())
          .as(pointer)
          .isCloseTo(GOLDEN.number(pointer), within(TOLERANCE));
    }
  }
}
