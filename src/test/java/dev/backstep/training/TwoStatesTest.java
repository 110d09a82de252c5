package dev.backstep.training;

import static dev.backstep.model.Agreement.bits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.io.array.TraceArrays;
import dev.backstep.math.NdArray;
import dev.backstep.model.Example;
import dev.backstep.model.GradientCheck;
import dev.backstep.model.Sampler;
import dev.backstep.model.SamplingSettings;
import dev.backstep.net.Cell;
import dev.backstep.net.Lstm;
import dev.backstep.net.Vector;
import dev.backstep.text.Sequence;
import dev.backstep.trace.Trace;
import dev.backstep.training.optimizer.OptimizerKind;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run of a net whose cells hand over two states, an LSTM, from one end to the other. */
class TwoStatesTest {
  private static final int H = 6;

  private Trainer trainer;

  @BeforeEach
  void trainWithCarriedState() {
    RunSettings settings =
        Runs.settings(H, OptimizerKind.ADAM, new HiddenStatePolicy.Carried(false))
            .withCell(Lstm.NET);
    trainer = new Trainer(SavedRuns.data(), settings);
    update(trainer, 30);
  }

  private static double update(Trainer trainer, int times) {
    double sum = 0;
    for (int i = 0; i < times; i++) {
      trainer.update();
      sum += trainer.lossPerCharacter();
    }
    return sum / times;
  }

  @Test
  void itLearns() {
    double first = update(trainer, 20);
    update(trainer, 400);
    assertThat(update(trainer, 20)).isLessThan(first - 0.1);
  }

  @Test
  void bothLastStatesAreWhatTheNextSequenceBeginsWith() {
    Trace before = trainer.trace(trainer.next());
    trainer.update();
    double[] expected = new double[2 * H];
    for (int j = 0; j < H; j++) {
      expected[j] = before.values(Cell.H).get(before.length() - 1, j);
      expected[H + j] = before.values(Lstm.C).get(before.length() - 1, j);
    }
    assertThat(trainer.nextStates()).containsExactly(expected);
    Trace next = trainer.trace(trainer.next());
    assertThat(next.initialStates()).containsExactly(expected);
    assertThat(next.initialState(Lstm.C).get(0, 2)).isEqualTo(expected[H + 2]);
    double squares = Arrays.stream(expected).map(entry -> entry * entry).sum();
    assertThat(next.initialStateNorm()).isEqualTo(Math.sqrt(squares));
  }

  @Test
  void aCheckpointGoesOnWithTheSameBits() {
    Trainer other = new Trainer(SavedRuns.data(), trainer.checkpoint());
    update(trainer, 7);
    update(other, 7);
    assertThat(Runs.fingerprint(other.weights())).isEqualTo(Runs.fingerprint(trainer.weights()));
    assertThat(bits(other.nextStates())).containsExactly(bits(trainer.nextStates()));
  }

  @Test
  void theArraysOfATraceHoldBothStatesAndTheirGradients() {
    Trace trace = trainer.trace(trainer.next());
    Map<String, NdArray> arrays = TraceArrays.of(trace);
    assertThat(arrays.get("c0").values())
        .containsExactly(Arrays.copyOfRange(trace.initialStates(), H, 2 * H));
    for (Vector state : trace.net().states()) {
      Vector handedBack = trace.net().handedBack().get(trace.net().states().indexOf(state));
      double[] gradient = new double[H];
      Arrays.setAll(gradient, j -> trace.values(handedBack).get(0, j));
      assertThat(arrays.get("d" + state + "0").values()).containsExactly(gradient);
    }
    assertThat(arrays).containsKeys(trace.net().names().toArray(String[]::new));
  }

  @Test
  void theGradientCheckTriesBothStates() {
    GradientCheck check =
        new GradientCheck(
            new Example(
                trainer.weights(),
                trainer.next().inputs(),
                trainer.next().targets(),
                trainer.nextStates()));
    Map<String, Double> errors = check.totals(() -> false);
    assertThat(errors).containsKeys("dh0", "dc0").hasSize(trainer.weights().count() + 2);
    assertThat(errors.values())
        .allSatisfy(error -> assertThat(error).isLessThan(GradientCheck.GREEN));
  }

  @Test
  void samplesAreDrawnWithBothStatesHandedOn() {
    double[] first = {0, 1, 0, 0};
    update(trainer, 400);
    int[] drawn =
        new Sampler(trainer.weights().shape(), first)
            .draw(trainer.weights(), new SamplingSettings(1, true, 8, 3), 0);
    assertThat(drawn).containsExactly(greedy(drawn.length));
  }

  /** The most probable character after all before it, by a pass through the whole sequence. */
  private int[] greedy(int length) {
    int[] ids = new int[length + 1];
    ids[0] = 1;
    RunSettings zero = trainer.settings().withHiddenState(new HiddenStatePolicy.Zero());
    Trainer fromZeros = new Trainer(SavedRuns.data(), trainer.checkpoint());
    fromZeros.change(zero);
    for (int t = 1; t <= length; t++) {
      int[] read = Arrays.copyOf(ids, t);
      Trace trace = fromZeros.trace(new Sequence("", read, read));
      for (int k = 0; k < 4; k++) {
        if (trace.values(trace.net().output()).get(t - 1, k)
            > trace.values(trace.net().output()).get(t - 1, ids[t])) {
          ids[t] = k;
        }
      }
    }
    return Arrays.copyOf(ids, length);
  }
}
