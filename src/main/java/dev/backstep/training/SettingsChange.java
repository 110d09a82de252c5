package dev.backstep.training;

/**
 * Settings that were changed on the way.
 *
 * @param update the number of updates done before: the change applies from the next one on
 * @param before the settings that were in force
 * @param after those that are since; they differ in the learning rate or the hidden state mode
 */
public record SettingsChange(long update, RunSettings before, RunSettings after) {
  public boolean isOfLearningRate() {
    return before.learningRate() != after.learningRate();
  }

  public boolean isOfHiddenState() {
    return !before.hiddenState().equals(after.hiddenState());
  }

  /** Whether anything differs. */
  boolean isOne() {
    return isOfLearningRate() || isOfHiddenState();
  }

  /**
   * Makes the change.
   *
   * @throws IllegalArgumentException if the settings do not go with the data; nothing is changed
   */
  void applyTo(Trainer trainer) {
    if (isOfHiddenState()) {
      trainer.setHiddenState(after.hiddenState());
    }
    if (isOfLearningRate()) {
      trainer.setLearningRate(after.learningRate());
    }
  }
}
