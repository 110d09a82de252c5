package dev.backstep.ui.run;

import dev.backstep.training.session.TrainingState;
import java.util.List;

/** Two trainings at once would only slow each other down: where one begins, the others pause. */
public final class OneAtATime {
  private final List<SessionViewModel> sessions;

  public OneAtATime(SessionViewModel... sessions) {
    this.sessions = List.of(sessions);
    for (SessionViewModel session : sessions) {
      session.stateProperty().addListener((property, before, now) -> onState(session, now));
    }
  }

  private void onState(SessionViewModel session, TrainingState state) {
    if (state == TrainingState.RUNNING) {
      sessions.stream().filter(other -> other != session).forEach(SessionViewModel::pause);
    }
  }
}
