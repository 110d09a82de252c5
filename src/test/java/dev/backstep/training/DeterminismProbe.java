package dev.backstep.training;

import dev.backstep.training.optimizer.OptimizerKind;

/**
 * Trains 10 000 updates and prints the fingerprint of the weights: run on every JVM to be found.
 */
public final class DeterminismProbe {
  static final int UPDATES = 10_000;

  private DeterminismProbe() {}

  public static void main(String[] args) {
    for (OptimizerKind optimizer : OptimizerKind.values()) {
      System.out.println(Long.toHexString(fingerprint(optimizer)));
    }
  }

  static long fingerprint(OptimizerKind optimizer) {
    Trainer trainer =
        Runs.trainer(
            Runs.dinosaurs(), Runs.settings(optimizer, new HiddenStatePolicy.Carried(false)));
    for (int i = 0; i < UPDATES; i++) {
      trainer.update();
    }
    return Runs.fingerprint(trainer.weights());
  }
}
