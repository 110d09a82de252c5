package dev.backstep.ui.run;

import dev.backstep.math.Numbers;
import dev.backstep.training.RunSettings;
import dev.backstep.training.history.RunSnapshot.Progress;
import dev.backstep.training.session.TrainingState;
import dev.backstep.words.Texts;

/** The progress of a run in one line, and whether it goes by a wrong line. */
public record RunStatus(SessionViewModel session, Texts texts) {
  public String describe() {
    RunSettings settings = session.run().settingsProperty().get();
    return settings == null || settings.fault().isNone()
        ? progress()
        : texts.of("run.status.fault", settings.fault().id(), progress());
  }

  private String progress() {
    Progress progress = session.run().progressProperty().get();
    double epochs =
        progress.epoch() + (double) progress.placeInEpoch() / Math.max(1, progress.epochLength());
    TrainingState state = session.stateProperty().get();
    if (state == TrainingState.DIVERGED) {
      return texts.of(
          "words.diverged",
          Numbers.grouped(progress.updates()),
          session.run().divergenceProperty().get().timestep());
    }
    return session.run().smoothedLosses().size() == 0
        ? texts.of("run.status.ready")
        : texts.of(
            "run.status.trained",
            Numbers.grouped(progress.updates()),
            epochs,
            Numbers.three(session.run().smoothedLosses().last()));
  }
}
