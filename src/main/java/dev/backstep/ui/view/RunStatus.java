package dev.backstep.ui.view;

import dev.backstep.math.Numbers;
import dev.backstep.training.RunSettings;
import dev.backstep.training.RunSnapshot.Progress;
import dev.backstep.training.TrainingState;
import dev.backstep.ui.viewmodel.SessionViewModel;
import dev.backstep.ui.viewmodel.Texts;

/** How far a run has come, in one line, and whether it goes by a wrong line. */
record RunStatus(SessionViewModel session, Texts texts) {
  String describe() {
    RunSettings settings = session.run().settingsProperty().get();
    return settings == null || settings.fault().isNone()
        ? progress()
        : texts.of("status.fault", settings.fault().id(), progress());
  }

  private String progress() {
    Progress progress = session.run().progressProperty().get();
    double epochs =
        progress.epoch() + (double) progress.placeInEpoch() / Math.max(1, progress.epochLength());
    TrainingState state = session.stateProperty().get();
    if (state == TrainingState.DIVERGED) {
      return texts.of(
          "status.diverged",
          Numbers.grouped(progress.updates()),
          session.run().divergenceProperty().get().timestep());
    }
    return session.run().smoothedLosses().size() == 0
        ? texts.of("status.ready")
        : texts.of(
            "status.trained",
            Numbers.grouped(progress.updates()),
            epochs,
            Numbers.three(session.run().smoothedLosses().last()));
  }
}
