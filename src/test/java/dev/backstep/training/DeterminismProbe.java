package dev.backstep.training;

import dev.backstep.net.Gru;
import dev.backstep.net.GruResetBefore;
import dev.backstep.net.Lstm;
import dev.backstep.training.optimizer.OptimizerKind;
import java.util.stream.Stream;

/**
 * Trains 10 000 updates of the vanilla net with every optimiser and 2000 of every net with gates,
 * and prints the fingerprints of the weights: run on every JVM to be found.
 */
public final class DeterminismProbe {
  private static final int UPDATES = 10_000;
  private static final int UPDATES_OF_GATED = 2000;

  private DeterminismProbe() {}

  public static void main(String[] args) {
    fingerprints().forEach(System.out::println);
  }

  static Stream<String> fingerprints() {
    HiddenStatePolicy carried = new HiddenStatePolicy.Carried(false);
    Stream<Long> vanilla =
        Stream.of(OptimizerKind.values())
            .map(kind -> fingerprint(Runs.settings(kind, carried), UPDATES));
    Stream<Long> gated =
        Stream.of(Lstm.NET, Gru.NET, GruResetBefore.NET)
            .map(net -> Runs.settings(OptimizerKind.ADAM, carried).withCell(net))
            .map(settings -> fingerprint(settings, UPDATES_OF_GATED));
    return Stream.concat(vanilla, gated).map(Long::toHexString);
  }

  private static long fingerprint(RunSettings settings, int updates) {
    Trainer trainer = Runs.trainer(Runs.dinosaurs(), settings);
    for (int i = 0; i < updates; i++) {
      trainer.update();
    }
    return Runs.fingerprint(trainer.weights());
  }
}
