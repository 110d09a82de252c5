package dev.backstep.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.model.Parameters;
import dev.backstep.model.Rnn;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.net.Gru;
import dev.backstep.net.GruResetBefore;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Vanilla;
import dev.backstep.text.Sequence;
import dev.backstep.trace.Trace;
import dev.backstep.training.optimizer.OptimizerKind;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The states at the beginning of sequences, in every mode: h and c of a net with gates as h of the
 * vanilla one.
 */
class StatesLikeVanillaTest {
  private static final int H = 6;
  private static final int LONGEST = 5;
  private static final HiddenStatePolicy ZERO = new HiddenStatePolicy.Zero();

  private static Stream<HiddenStatePolicy> modes() {
    return Stream.of(
        ZERO,
        new HiddenStatePolicy.Carried(true),
        new HiddenStatePolicy.Carried(false),
        new HiddenStatePolicy.FixedArray(LONGEST),
        new HiddenStatePolicy.FixedArray(LONGEST + 1));
  }

  private static Stream<Arguments> gatedInEveryMode() {
    return Stream.of(Lstm.NET, Gru.NET, GruResetBefore.NET)
        .flatMap(net -> modes().map(mode -> Arguments.of(net, mode)));
  }

  private static Trainer trainer(Net cell, HiddenStatePolicy mode) {
    RunSettings settings = Runs.settings(H, OptimizerKind.SGD, mode).withCell(cell);
    return new Trainer(SavedRuns.data(), settings);
  }

  /** Whether each state of the next sequence is zeros, is what it was, or is the last one. */
  private static String[] kinds(Trainer trainer) {
    double[] before = trainer.nextStates().clone();
    Trace trace = trainer.trace(trainer.next());
    trainer.update();
    int states = trace.net().states().size();
    String[] kinds = new String[states];
    for (int i = 0; i < states; i++) {
      double[] now = Arrays.copyOfRange(trainer.nextStates(), i * H, (i + 1) * H);
      double[] was = Arrays.copyOfRange(before, i * H, (i + 1) * H);
      double[] last = new double[H];
      int state = i;
      Arrays.setAll(
          last, j -> trace.values(trace.net().states().get(state)).get(trace.length() - 1, j));
      kinds[i] =
          Arrays.equals(now, new double[H])
              ? "zeros"
              : Arrays.equals(now, last) ? "last" : Arrays.equals(now, was) ? "kept" : "other";
    }
    return kinds;
  }

  @ParameterizedTest
  @MethodSource("gatedInEveryMode")
  void everyStateIsHandedOverWhereThatOfTheVanillaNetIs(Net cell, HiddenStatePolicy mode) {
    Trainer gated = trainer(cell, mode);
    Trainer vanilla = trainer(Vanilla.NET, mode);
    for (int i = 0; i < 4 * vanilla.epochLength(); i++) {
      String expected = kinds(vanilla)[0];
      assertThat(expected).isNotEqualTo("other");
      assertThat(kinds(gated)).as("after update %d", i + 1).containsOnly(expected);
    }
  }

  /** Values are handed over, never gradients: a sequence that stands alone has the same ones. */
  @ParameterizedTest
  @MethodSource("gatedInEveryMode")
  void noGradientIsHandedOver(Net cell, HiddenStatePolicy mode) {
    Trainer trainer = trainer(cell, mode);
    for (int i = 0; i < 15; i++) {
      trainer.update();
    }
    Trace trace = trainer.trace(trainer.next());
    Parameters alone = alone(trainer);
    for (String name : cell.names()) {
      for (int k = 0; k < alone.get(name).data.length; k++) {
        int cols = alone.get(name).numCols;
        assertThat(trace.gradient(name).get(k / cols, k % cols)).isEqualTo(alone.get(name).data[k]);
      }
    }
  }

  private static Parameters alone(Trainer trainer) {
    Parameters gradients = Parameters.zeros(trainer.weights().shape());
    SequenceBuffers buffers = new SequenceBuffers(trainer.weights().shape());
    Rnn rnn = new Rnn(trainer.weights().shape());
    Sequence next = trainer.next();
    buffers.load(next.inputs(), next.targets(), trainer.nextStates().clone());
    rnn.use(trainer.weights());
    rnn.forward(buffers);
    rnn.backward(buffers, gradients);
    return gradients;
  }

  @ParameterizedTest
  @MethodSource("gatedInEveryMode")
  void anArrayLongerThanEverySequenceIsZeroModeBitForBit(Net cell, HiddenStatePolicy mode) {
    Trainer zero = trainer(cell, ZERO);
    Trainer other = trainer(cell, mode);
    for (int i = 0; i < 200; i++) {
      zero.update();
      other.update();
    }
    boolean isSame = Runs.fingerprint(zero.weights()) == Runs.fingerprint(other.weights());
    boolean isZero =
        mode.equals(ZERO) || mode.equals(new HiddenStatePolicy.FixedArray(LONGEST + 1));
    assertThat(isSame).isEqualTo(isZero);
  }
}
