package dev.backstep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.model.Parameters;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Vanilla;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.training.optimizer.OptimizerKind;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs of nets with another cell than the vanilla one. */
class OtherCellsTrainTest {
  private static Stream<Net> cells() {
    return Nets.ALL.stream().filter(net -> net != Vanilla.NET);
  }

  private static RunSettings settings(Net cell) {
    return Runs.settings(OptimizerKind.ADAGRAD, new HiddenStatePolicy.Carried(true)).withCell(cell);
  }

  @ParameterizedTest
  @MethodSource("cells")
  void theyLearn(Net cell) {
    Trainer trainer = Runs.trainer(Runs.dinosaurs(), settings(cell));
    assertThat(trainer.weights().shape().net()).isSameAs(cell);
    double first = mean(trainer, 50);
    mean(trainer, 400);
    assertThat(mean(trainer, 50)).isLessThan(0.9 * first);
  }

  private static Stream<Arguments> gatedWithEveryOptimizer() {
    return Nets.ALL.stream()
        .filter(net -> net.gateBias().isPresent())
        .flatMap(net -> Stream.of(OptimizerKind.values()).map(kind -> Arguments.of(net, kind)));
  }

  @ParameterizedTest
  @MethodSource("gatedWithEveryOptimizer")
  void gatedNetsLearnWithEveryOptimizer(Net cell, OptimizerKind kind) {
    RunSettings settings = Runs.settings(kind, new HiddenStatePolicy.Zero()).withCell(cell);
    Trainer trainer = Runs.trainer(Runs.dinosaurs(), settings);
    double first = mean(trainer, 50);
    mean(trainer, 900);
    assertThat(mean(trainer, 50)).isLessThan(0.9 * first);
  }

  @ParameterizedTest
  @MethodSource("cells")
  void whatALearningRateOfAThousandMakesInfiniteStopsTheRunAndKeepsTheWeights(Net cell) {
    RunSettings wild =
        settings(cell)
            .withOptimizer(OptimizerKind.SGD)
            .withLearningRate(RunSettings.LARGEST_LEARNING_RATE)
            .withClipping(new Clipping.None());
    Trainer trainer = Runs.trainer(Runs.dinosaurs(), wild);
    for (int i = 0; i < 2000 && trainer.divergence().isEmpty(); i++) {
      trainer.update();
    }
    Divergence divergence = trainer.divergence().orElseThrow();
    assertThat(divergence.update()).isEqualTo(trainer.updates());
    long kept = Runs.fingerprint(trainer.weights());
    trainer.update();
    assertThat(Runs.fingerprint(trainer.weights())).isEqualTo(kept);
    assertThat(trainer.weights().norm()).isFinite();
  }

  @ParameterizedTest
  @MethodSource("cells")
  void theGradientsOfAllWeightsAreClippedTogetherOrEachEntryForItself(Net cell) {
    RunSettings sgd = settings(cell).withOptimizer(OptimizerKind.SGD).withLearningRate(1);
    double[] together = change(sgd.withClipping(new Clipping.GlobalNorm(0.05)));
    double squares = Arrays.stream(together).map(change -> change * change).sum();
    assertThat(Math.sqrt(squares)).isCloseTo(0.05, within(1e-12));
    double[] each = change(sgd.withClipping(new Clipping.Elementwise(0.001)));
    assertThat(Arrays.stream(each).map(Math::abs).max().orElseThrow())
        .isCloseTo(0.001, within(1e-12));
  }

  /** The change of every weight in the first update. */
  private static double[] change(RunSettings settings) {
    Trainer trainer = Runs.trainer(Runs.dinosaurs(), settings);
    Parameters before = trainer.weights().copy();
    trainer.update();
    assertThat(trainer.gradientNorm()).isGreaterThan(0.05);
    return IntStream.range(0, before.count())
        .boxed()
        .flatMapToDouble(
            i ->
                IntStream.range(0, before.data(i).length)
                    .mapToDouble(k -> trainer.weights().data(i)[k] - before.data(i)[k]))
        .toArray();
  }

  @ParameterizedTest
  @MethodSource("cells")
  void theSameSeedTrainsAnotherNetThanTheVanillaOne(Net cell) {
    Trainer trainer = Runs.trainer(Runs.dinosaurs(), settings(cell));
    Trainer vanilla = Runs.trainer(Runs.dinosaurs(), settings(Vanilla.NET));
    mean(trainer, 5);
    mean(vanilla, 5);
    assertThat(Runs.fingerprint(trainer.weights()))
        .isNotEqualTo(Runs.fingerprint(vanilla.weights()));
  }

  private static double mean(Trainer trainer, int updates) {
    double sum = 0;
    for (int i = 0; i < updates; i++) {
      trainer.update();
      sum += trainer.lossPerCharacter();
    }
    return sum / updates;
  }
}
