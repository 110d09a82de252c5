package dev.backstep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.math.MatrixView;
import dev.backstep.model.Parameters;
import dev.backstep.model.Truncation;
import dev.backstep.net.Gru;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.training.optimizer.OptimizerKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LearnedStateTest {
  private static final int H = 4;
  private static final double STEP = 1e-5;
  private static final double LEARNING_RATE = 0.5;
  private static final HiddenStatePolicy LEARNED = new HiddenStatePolicy.Learned();
  private static final TrainingData DATA =
      TrainingData.split(
          Runs.lines("anna", "ottokar", "al", "lotte", "tan", "nolana", "alan", "hal", "tot"),
          0.2,
          5);

  private static RunSettings settings(OptimizerKind optimizer) {
    return Runs.settings(H, optimizer, LEARNED)
        .withHeldOutShare(0.2)
        .withClipping(new Clipping.None());
  }

  private static RunSettings batch(RunSettings settings, int size) {
    return settings.withBatch(new BatchSettings(size, BatchSettings.Order.AS_THEY_COME));
  }

  private static Trainer trained(RunSettings settings, int updates) {
    Trainer trainer = new Trainer(DATA, settings);
    for (int i = 0; i < updates; i++) {
      trainer.update();
    }
    return trainer;
  }

  /** Nets with one state and with two, alone and in batches, padded on either side. */
  static Stream<Arguments> netsAndBatches() {
    return Stream.of(Vanilla.NET, Gru.NET, Lstm.NET)
        .flatMap(
            net ->
                Stream.of(
                        PaddingSettings.USUAL,
                        PaddingSettings.USUAL
                            .with(PaddingSettings.Mask.LOSS_ONLY)
                            .with(PaddingSettings.LossMean.SUM))
                    .flatMap(
                        padding -> Stream.of(1, 3).map(size -> Arguments.of(net, padding, size))));
  }

  /** The loss of the next update in nats, had the learned states one other entry. */
  private static double loss(Checkpoint at, int entry, double change) {
    double[] states = at.nextStates().clone();
    for (int i = entry; i < states.length; i += at.firstStates().length) {
      states[i] += change;
    }
    Trainer other =
        new Trainer(
            DATA,
            new Checkpoint(
                at.updates(),
                at.settings(),
                at.weights(),
                at.optimizer(),
                at.gradients(),
                states,
                at.stateOptimizer(),
                at.order(),
                0,
                0));
    other.update();
    return other.lossPerCharacter() * other.lastLength();
  }

  @ParameterizedTest
  @MethodSource("netsAndBatches")
  void anUpdateOfSgdGoesDownTheSlopeOfTheLossInEveryEntryOfTheStates(
      Net net, PaddingSettings padding, int size) {
    RunSettings settings =
        batch(settings(OptimizerKind.SGD).withCell(net), size)
            .withPadding(padding)
            .withLearningRate(LEARNING_RATE);
    Trainer trainer = trained(settings, 5);
    Checkpoint before = trainer.checkpoint();
    trainer.update();
    double[] h0 = before.firstStates();
    assertThat(h0).hasSize(H * net.states().size()).doesNotContain(0);
    for (int i = 0; i < h0.length; i++) {
      double slope = (loss(before, i, STEP) - loss(before, i, -STEP)) / (2 * STEP);
      assertThat((h0[i] - trainer.firstStates()[i]) / LEARNING_RATE)
          .as("entry %d", i)
          .isCloseTo(slope, within(1e-8));
    }
  }

  static Stream<Truncation> truncations() {
    return Stream.of(Truncation.NONE, Truncation.chunks(2), Truncation.window(2));
  }

  @ParameterizedTest
  @MethodSource("truncations")
  void ofASingleSequenceTheStateMovesByMinusTheLearningRateTimesTheGradientThatStepShows(
      Truncation truncation) {
    RunSettings settings =
        settings(OptimizerKind.SGD)
            .withCell(Lstm.NET)
            .withLearningRate(LEARNING_RATE)
            .withTruncation(truncation);
    Trainer trainer = trained(settings, 3);
    double[] before = trainer.firstStates();
    Trace trace = trainer.trace(trainer.next());
    assertThat(trace.isStateLearned()).isTrue();
    assertThat(trace.initialStates()).containsExactly(before);
    trainer.update();
    double[] gradient = gradient(trace);
    for (int i = 0; i < before.length; i++) {
      assertThat(trainer.firstStates()[i]).isEqualTo(before[i] - LEARNING_RATE * gradient[i]);
    }
  }

  private static double[] gradient(Trace trace) {
    double[] all = new double[trace.shape().stateSize()];
    List<Vector> states = trace.net().states();
    for (int i = 0; i < all.length; i++) {
      MatrixView row = trace.initialGradient(states.get(i / H));
      all[i] = row.get(0, i % H);
    }
    return all;
  }

  @Test
  void theNormThatIsClippedHasTheGradientOfTheStateToo() {
    double limit = 0.01;
    RunSettings settings =
        settings(OptimizerKind.SGD)
            .withClipping(new Clipping.GlobalNorm(limit))
            .withLearningRate(LEARNING_RATE);
    Trainer trainer = trained(settings, 3);
    Checkpoint before = trainer.checkpoint();
    Trace trace = trainer.trace(trainer.next());
    trainer.update();
    assertThat(trainer.gradientNorm()).isEqualTo(trace.update().gradientNorm());
    double square = squareOfChange(before.firstStates(), trainer.firstStates());
    assertThat(square).isPositive();
    for (int k = 0; k < trainer.weights().count(); k++) {
      square += squareOfChange(before.weights().data(k), trainer.weights().data(k));
      assertThat(trainer.weights().data(k))
          .containsExactly(rowMajor(trace.weightsAfter(trainer.weights().names().get(k))));
    }
    assertThat(Math.sqrt(square)).isCloseTo(LEARNING_RATE * limit, within(1e-12));
  }

  private static double[] rowMajor(MatrixView matrix) {
    double[] all = new double[matrix.rows() * matrix.cols()];
    Arrays.setAll(all, i -> matrix.get(i / matrix.cols(), i % matrix.cols()));
    return all;
  }

  private static double squareOfChange(double[] before, double[] after) {
    double square = 0;
    for (int i = 0; i < before.length; i++) {
      square += (after[i] - before[i]) * (after[i] - before[i]);
    }
    return square;
  }

  @Test
  void ofABatchStepShowsTheNormOfTheUpdate() {
    Trainer trainer = trained(batch(settings(OptimizerKind.SGD), 3), 3);
    Trace trace = trainer.trace(trainer.next());
    trainer.update();
    assertThat(trace.update().gradientNorm()).isCloseTo(trainer.gradientNorm(), within(1e-12));
  }

  @Test
  void itBeginsWithZerosAndEveryRowAndEverySequenceBeginsWithTheSame() {
    Trainer trainer = new Trainer(DATA, batch(settings(OptimizerKind.ADAM), 3));
    assertThat(trainer.nextStates()).hasSize(3 * H).containsOnly(0);
    for (int i = 0; i < 2 * trainer.epochLength(); i++) {
      trainer.update();
      double[] first = trainer.firstStates();
      assertThat(first).doesNotContain(0);
      for (int row = 0; row < 3; row++) {
        assertThat(Arrays.copyOfRange(trainer.nextStates(), row * H, (row + 1) * H))
            .containsExactly(first);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(OptimizerKind.class)
  void theOptimiserRemembersOfItWhatItDoesOfAWeight(OptimizerKind kind) {
    RunSettings settings = settings(kind);
    Trainer trainer = trained(settings, 4);
    Trace trace = trainer.trace(trainer.next());
    double[] gradient = gradient(trace);
    Checkpoint before = trainer.checkpoint();
    trainer.update();
    var optimizer = before.stateOptimizer();
    double[][] memory =
        optimizer.memory().values().stream().map(each -> each.data(0)).toArray(double[][]::new);
    List<String> names = List.copyOf(optimizer.memory().keySet());
    assertThat(memory).hasDimensions(kind.remembered(), kind.remembered() == 0 ? 0 : H);
    for (int i = 0; i < H; i++) {
      double[] remembered = new double[memory.length];
      for (int m = 0; m < memory.length; m++) {
        remembered[m] = optimizer.remembered(names.get(m), memory[m][i], gradient[i]);
        assertThat(remembered[m]).isNotZero();
      }
      double step = optimizer.step(settings.learningRate(), gradient[i], remembered);
      assertThat(trainer.firstStates()[i]).isEqualTo(before.firstStates()[i] - step);
    }
  }

  @Test
  void anotherOptimiserKeepsTheStateAndAnotherModeBeginsWithZeros() {
    Trainer trainer = trained(settings(OptimizerKind.ADAM), 7);
    double[] learned = trainer.firstStates();
    trainer.change(trainer.settings().withOptimizer(OptimizerKind.ADAGRAD));
    assertThat(trainer.firstStates()).containsExactly(learned);
    assertThat(memory(trainer)).containsOnly(0);
    trainer.update();
    trainer.change(trainer.settings().withLearningRate(0.25));
    assertThat(memory(trainer)).doesNotContain(0);
    trainer.change(trainer.settings().withHiddenState(new HiddenStatePolicy.Zero()));
    assertThat(trainer.nextStates()).containsOnly(0);
    assertThat(trainer.checkpoint().stateOptimizer()).isNull();
    trainer.update();
    assertThat(trainer.nextStates()).containsOnly(0);
    trainer.change(trainer.settings().withHiddenState(LEARNED));
    assertThat(trainer.nextStates()).containsOnly(0);
    assertThat(memory(trainer)).containsOnly(0);
  }

  private static double[] memory(Trainer trainer) {
    Parameters memory = trainer.checkpoint().stateOptimizer().memory().values().iterator().next();
    assertThat(memory.names()).containsExactly("h0");
    return memory.data(0);
  }

  @Test
  void theHeldOutLossBeginsEverySequenceWithIt() {
    Trainer trainer = trained(settings(OptimizerKind.ADAGRAD), 30);
    MeanLoss loss = new MeanLoss(DATA.heldOut(), trainer.weights().shape());
    HeldOutPoint point = loss.under(trainer);
    double nats = 0;
    int characters = 0;
    for (var sequence : DATA.heldOut()) {
      Trace trace = trainer.trace(sequence);
      nats += trace.totalLoss();
      characters += trace.length();
    }
    assertThat(point.loss()).isEqualTo(nats / characters);
    assertThat(point.ownState()).isEqualTo(point.loss());
    assertThat(loss.of(trainer.weights(), new HiddenStatePolicy.Zero())).isNotEqualTo(point.loss());
  }
}
