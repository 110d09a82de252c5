package dev.backstep.training.history;

import dev.backstep.training.RunSettings;
import dev.backstep.training.Trainer;

/**
 * Settings that were changed on the way.
 *
 * @param update the number of updates done before: the change applies from the next one on
 * @param before the settings that were in force
 * @param after those that are since; how a run begins is the same in both
 */
public record SettingsChange(long update, RunSettings before, RunSettings after) {
  /** Whether anything differs. */
  boolean isOne() {
    return !before.equals(after);
  }

  /**
   * Whether it leaves something behind even when it is taken back at once: another optimiser
   * remembers nothing, with another hidden-state mode the next state is zeros, and with another
   * fault the gradients are.
   */
  boolean leavesATrace() {
    return before.optimizer() != after.optimizer()
        || !before.hiddenState().equals(after.hiddenState())
        || before.fault() != after.fault();
  }

  /**
   * Makes the change.
   *
   * @throws IllegalArgumentException if the settings do not go with the data; nothing is changed
   */
  public void applyTo(Trainer trainer) {
    trainer.change(after);
  }
}
