package dev.backstep.training.session;

import dev.backstep.text.Corpus;
import dev.backstep.training.RunSettings;
import dev.backstep.training.Trainer;
import dev.backstep.training.TrainingData;
import dev.backstep.training.history.RunHistory;
import dev.backstep.training.history.SavedRun;

/**
 * A run without a window. Update by update it is the one that the window would show, with the same
 * past to be saved and gone back to. No threads, no clock.
 */
public final class UnattendedRun {
  private final RunPublisher run;
  private final long begun;
  private long characters;

  /**
   * Begins a run.
   *
   * @throws IllegalArgumentException if the settings do not go with the text
   */
  public UnattendedRun(Corpus corpus, RunSettings settings) {
    this(
        new RunPublisher(
            TrainingData.split(corpus, settings.heldOutShare(), settings.seed()),
            settings,
            RunHistory.USUAL_BUDGET,
            OpenRuns.limit()));
  }

  /**
   * Goes on with a run that was saved, with the same bits as if it had never been left.
   *
   * @throws IllegalArgumentException if its parts do not go together
   */
  public UnattendedRun(SavedRun saved) {
    this(new RunPublisher(saved, RunHistory.USUAL_BUDGET, OpenRuns.limit()));
  }

  private UnattendedRun(RunPublisher run) {
    this.run = run;
    begun = run.trainer().updates();
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

  /** The number of updates that were made here; the run may have had others before. */
  public long updatesMade() {
    return trainer().updates() - begun;
  }

  /** The number of characters that were trained on here, each as often as it was. */
  public long characters() {
    return characters;
  }

  /** The run as it is now, with its past. */
  public SavedRun saved() {
    return run.history().saved();
  }
}
