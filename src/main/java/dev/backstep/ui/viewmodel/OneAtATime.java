package dev.backstep.ui.viewmodel;

import dev.backstep.training.TrainingState;
import java.util.List;

/** Two trainings at once would only slow each other down: where one begins, the others pause. */
final class OneAtATime {
  private final List<SessionViewModel> sessions;

  OneAtATime(SessionViewModel... sessions) {
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
