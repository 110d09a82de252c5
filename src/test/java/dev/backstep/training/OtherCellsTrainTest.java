package dev.backstep.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.net.Net;
import dev.backstep.net.Relu;
import dev.backstep.net.Sigmoid;
import dev.backstep.net.Vanilla;
import dev.backstep.training.optimizer.OptimizerKind;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs of nets with another cell than the vanilla one. */
class OtherCellsTrainTest {
  private static Stream<Net> cells() {
    return Stream.of(Relu.NET, Sigmoid.NET);
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
