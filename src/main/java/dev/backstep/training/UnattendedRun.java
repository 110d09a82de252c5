package dev.backstep.training;

import dev.backstep.text.Corpus;

/**
 * A run that nobody watches. Update by update it is the one that the window would show, with the
 * same past to be saved and gone back to. No threads, no clock.
 */
public final class UnattendedRun {
  private final RunFeed run;
  private long characters;

  /**
   * Begins a run.
   *
   * @throws IllegalArgumentException if the settings do not go with the text
   */
  public UnattendedRun(Corpus corpus, RunSettings settings) {
    TrainingData data = TrainingData.split(corpus, settings.heldOutShare(), settings.seed());
    run = new RunFeed(data, settings, RunHistory.USUAL_BUDGET, Desk.limit());
  }

  /** One update; none, and a divergence of the trainer, if a number is not finite. */
  public void update() {
    run.update();
    if (trainer().divergence().isEmpty()) {
      characters += trainer().lastLength();
    }
  }

  /** Where the run is; to be looked at, not to be updated. */
  public Trainer trainer() {
    return run.trainer();
  }

  /** The number of characters that were trained on, each as often as it was. */
  public long characters() {
    return characters;
  }

  /** The run as it is now, with its past. */
  public SavedRun saved() {
    return run.saved();
  }
}
