package dev.backstep.ui.run;

import dev.backstep.math.Numbers;
import dev.backstep.training.RunSettings;
import dev.backstep.training.history.RunSnapshot.Progress;
import dev.backstep.training.session.TrainingState;
import dev.backstep.words.Texts;

/**
 * The progress of a run in one line, and whether it goes by a faulty line; of a pair how far both
 * are, as what differs between them is on its screen.
 */
public record RunStatus(SessionViewModel session, Texts texts) {
  public String describe() {
    RunSettings settings = session.run().settingsProperty().get();
    return settings == null || isPair() || settings.fault().isNone()
        ? progress()
        : texts.of("run.status.fault", settings.fault().id(), progress());
  }

  private boolean isPair() {
    return session.runs().size() > 1;
  }

  private String progress() {
    Progress progress = session.run().progressProperty().get();
    double epochs =
        progress.epoch() + (double) progress.placeInEpoch() / Math.max(1, progress.epochLength());
    TrainingState state = session.stateProperty().get();
    if (state == TrainingState.DIVERGED && !isPair()) {
      return texts.of(
          "words.diverged",
          Numbers.grouped(progress.updates()),
          session.run().divergenceProperty().get().timestep());
    }
    if (session.run().smoothedLosses().size() == 0) {
      return texts.of("run.status.ready");
    }
    return isPair()
        ? texts.of("run.status.pair", Numbers.grouped(progress.updates()), epochs)
        : texts.of(
            "run.status.trained",
            Numbers.grouped(progress.updates()),
            epochs,
            Numbers.three(session.run().smoothedLosses().last()));
  }
}
