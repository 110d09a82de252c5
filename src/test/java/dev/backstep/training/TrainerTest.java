package dev.backstep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.math.MatrixView;
import dev.backstep.model.Initialization;
import dev.backstep.model.Parameters;
import dev.backstep.net.Cell;
import dev.backstep.text.Corpus;
import dev.backstep.trace.Trace;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.training.optimizer.OptimizerKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainerTest {
  private static final HiddenStatePolicy ZERO = new HiddenStatePolicy.Zero();

  private static Trainer trained(int updates, RunSettings settings) {
    Trainer trainer = Runs.trainer(Runs.dinosaurs(), settings);
    for (int i = 0; i < updates; i++) {
      trainer.update();
    }
    return trainer;
  }

  @ParameterizedTest
  @EnumSource(OptimizerKind.class)
  void twoEpochsOfEveryOptimiserBringTheLossBelowTwoPointTwoNats(OptimizerKind optimizer) {
    Trainer trainer = Runs.trainer(Runs.dinosaurs(), Runs.settings(optimizer, ZERO));
    double last = 0;
    int epoch = trainer.epochLength();
    for (int i = 0; i < 2 * epoch; i++) {
      trainer.update();
      last += i >= epoch ? trainer.lossPerCharacter() / epoch : 0;
    }
    assertThat(last).isLessThan(2.2);
    assertThat(trainer.epoch()).isEqualTo(2);
  }

  @Test
  void theTraceOfTheNextSequenceIsWhatTheNextUpdateDoes() {
    Trainer trainer =
        trained(50, Runs.settings(OptimizerKind.ADAM, new HiddenStatePolicy.Carried(true)));
    Trace trace = trainer.trace(trainer.next());
    trainer.update();
    assertThat(trainer.lossPerCharacter()).isEqualTo(trace.totalLoss() / trace.length());
    assertThat(trainer.gradientNorm()).isEqualTo(trace.update().gradientNorm());
    for (String name : Parameters.NAMES) {
      assertSameBits(trace.weightsAfter(name), trainer.weights().view(name));
    }
  }

  private static void assertSameBits(MatrixView expected, MatrixView actual) {
    for (int row = 0; row < expected.rows(); row++) {
      for (int col = 0; col < expected.cols(); col++) {
        assertThat(actual.get(row, col)).isEqualTo(expected.get(row, col));
      }
    }
  }

  @Test
  void lookingAtTracesDoesNotChangeTraining() {
    RunSettings settings =
        Runs.settings(OptimizerKind.RMSPROP, new HiddenStatePolicy.Carried(false));
    Trainer looked = Runs.trainer(Runs.dinosaurs(), settings);
    for (int i = 0; i < 100; i++) {
      looked.trace(looked.next());
      looked.update();
    }
    assertThat(Runs.fingerprint(looked.weights()))
        .isEqualTo(Runs.fingerprint(trained(100, settings).weights()));
  }

  @Test
  void zeroModeBeginsEverySequenceWithZerosAndCarriedModeWithTheLastState() {
    Trainer zero = trained(10, Runs.settings(OptimizerKind.SGD, ZERO));
    assertThat(zero.nextStates()).containsOnly(0);

    Trainer carried =
        trained(10, Runs.settings(OptimizerKind.SGD, new HiddenStatePolicy.Carried(true)));
    Trace trace = carried.trace(carried.next());
    carried.update();
    MatrixView h = trace.values(Cell.H);
    for (int j = 0; j < h.cols(); j++) {
      assertThat(carried.nextStates()[j]).isEqualTo(h.get(h.rows() - 1, j)).isNotZero();
    }
  }

  @Test
  void carriedStateIsZeroAtTheStartOfAnEpochOnlyIfThatIsSet() {
    int epoch =
        Runs.trainer(Runs.dinosaurs(), Runs.settings(OptimizerKind.SGD, ZERO)).epochLength();
    assertThat(
            trained(epoch, Runs.settings(OptimizerKind.SGD, new HiddenStatePolicy.Carried(true)))
                .nextStates())
        .containsOnly(0);
    assertThat(
            trained(epoch, Runs.settings(OptimizerKind.SGD, new HiddenStatePolicy.Carried(false)))
                .nextStates())
        .doesNotContain(0);
  }

  @Test
  void aFixedArrayLongerThanEverySequenceIsZeroModeBitForBit() {
    Corpus corpus = Runs.dinosaurs();
    HiddenStatePolicy longer = new HiddenStatePolicy.FixedArray(corpus.longest() + 1);
    assertThat(Runs.fingerprint(trained(2000, Runs.settings(OptimizerKind.SGD, longer)).weights()))
        .isEqualTo(
            Runs.fingerprint(trained(2000, Runs.settings(OptimizerKind.SGD, ZERO)).weights()));
  }

  @Test
  void aFixedArrayAsLongAsTheLongestSequenceHandsOverThatOnesLastStateAndKeepsIt() {
    Corpus corpus = Runs.lines("abcab", "ab", "a");
    RunSettings settings = Runs.settings(OptimizerKind.SGD, new HiddenStatePolicy.FixedArray(5));
    Trainer trainer = Runs.trainer(corpus, settings);
    boolean wasLongest = false;
    double[] kept = trainer.nextStates().clone();
    for (int i = 0; i < 12; i++) {
      boolean isLongest = trainer.next().length() == 5;
      trainer.update();
      if (isLongest) {
        assertThat(trainer.nextStates()).isNotEqualTo(kept);
        kept = trainer.nextStates().clone();
        wasLongest = true;
      }
      assertThat(trainer.nextStates()).isEqualTo(kept);
    }
    assertThat(wasLongest).isTrue();
  }

  @Test
  void aFixedArrayShorterThanASequenceIsRefusedAsNumPyWould() {
    RunSettings settings = Runs.settings(OptimizerKind.SGD, new HiddenStatePolicy.FixedArray(4));
    assertThatThrownBy(() -> Runs.trainer(Runs.lines("abcab"), settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4 columns")
        .hasMessageContaining("5 characters");
  }

  @Test
  void aLossThatIsNotFiniteStopsTheRunAndKeepsTheWeights() {
    RunSettings wild =
        RunSettings.defaults()
            .withHidden(8)
            .withOptimizer(OptimizerKind.SGD)
            .withLearningRate(1000)
            .withClipping(new Clipping.None())
            .withHiddenState(ZERO)
            .withHeldOutShare(0);
    Trainer trainer = Runs.trainer(Runs.dinosaurs(), wild);
    for (int i = 0; i < 2000 && trainer.divergence().isEmpty(); i++) {
      trainer.update();
    }
    Divergence divergence = trainer.divergence().orElseThrow();
    Trace trace = trainer.trace(trainer.next());
    assertThat(divergence.inLoss()).isTrue();
    assertThat(divergence.update()).isEqualTo(trainer.updates());
    assertThat(trace.loss(divergence.timestep())).isInfinite();
    for (int t = 0; t < divergence.timestep(); t++) {
      assertThat(trace.loss(t)).isFinite();
    }
    long kept = Runs.fingerprint(trainer.weights());
    trainer.update();
    assertThat(Runs.fingerprint(trainer.weights())).isEqualTo(kept);
    assertThat(trainer.weights().norm()).isFinite();
  }

  @Test
  void theLearningRateMayChangeOnTheWay() {
    Trainer changed = trained(20, Runs.settings(OptimizerKind.SGD, ZERO));
    Trainer same = trained(20, Runs.settings(OptimizerKind.SGD, ZERO));
    changed.change(changed.settings().withLearningRate(0.5));
    changed.update();
    same.update();
    assertThat(changed.lossPerCharacter()).isEqualTo(same.lossPerCharacter());
    assertThat(Runs.fingerprint(changed.weights())).isNotEqualTo(Runs.fingerprint(same.weights()));
    assertThatThrownBy(() -> changed.change(changed.settings().withLearningRate(0)))
        .hasMessageContaining("learning rate is 0.0");
  }

  @Test
  void anotherOptimizerOnTheWayRemembersNothingYetAndTheWeightsAreWhatTheyWere() {
    Trainer changed = trained(20, Runs.settings(OptimizerKind.ADAM, ZERO));
    Checkpoint before = changed.checkpoint();
    changed.change(before.settings().withOptimizer(OptimizerKind.ADAGRAD));
    assertThat(Runs.fingerprint(changed.weights())).isEqualTo(Runs.fingerprint(before.weights()));
    assertThat(
            Runs.fingerprint(changed.checkpoint().optimizer().memory().values().iterator().next()))
        .isEqualTo(Runs.fingerprint(Parameters.zeros(before.weights().shape())));
  }

  @Test
  void whatDecidesHowARunBeginsCannotChangeOnTheWay() {
    Trainer trainer = trained(20, Runs.settings(OptimizerKind.SGD, ZERO));
    RunSettings settings = trainer.settings();
    for (RunSettings other : List.of(settings.withHidden(8), settings.withSeed(99))) {
      assertThatThrownBy(() -> trainer.change(other)).hasMessageContaining("how a run begins");
    }
    assertThat(trainer.settings()).isEqualTo(settings);
  }

  @Test
  void runsOnOneDataSeeTheSameSequencesInTheSameOrderWhateverTheirSeeds() {
    TrainingData data = TrainingData.split(Runs.dinosaurs(), 0.1, 1);
    RunSettings settings = Runs.settings(OptimizerKind.SGD, ZERO);
    Trainer one = new Trainer(data, settings);
    Trainer other = new Trainer(data, settings.withSeed(2));
    for (int i = 0; i < 2 * data.train().size(); i++) {
      assertThat(one.next()).isSameAs(other.next());
      one.update();
      other.update();
    }
    assertThat(one.lossPerCharacter()).isNotEqualTo(other.lossPerCharacter());
  }

  @Test
  void anEpochTrainsOnEverySequenceOnceAndTheNextInAnotherOrder() {
    Trainer trainer = Runs.trainer(Runs.lines("ab", "bc", "cd", "de", "ef", "fg"), noneHeldOut());
    List<String> first = new ArrayList<>();
    List<String> second = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      (i < 6 ? first : second).add(trainer.next().text());
      trainer.update();
    }
    assertThat(first).containsExactlyInAnyOrder("ab", "bc", "cd", "de", "ef", "fg");
    assertThat(second).containsExactlyInAnyOrderElementsOf(first).isNotEqualTo(first);
  }

  private static RunSettings noneHeldOut() {
    return RunSettings.defaults()
        .withHidden(4)
        .withOptimizer(OptimizerKind.SGD)
        .withLearningRate(0.1)
        .withClipping(new Clipping.None())
        .withInitialization(new Initialization.Gaussian(0.1))
        .withSeed(3)
        .withHiddenState(ZERO)
        .withHeldOutShare(0);
  }
}
