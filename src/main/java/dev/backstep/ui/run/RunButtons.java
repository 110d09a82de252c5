package dev.backstep.ui.run;

import dev.backstep.training.session.TrainingState;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;

/** Ties the buttons that move a session to what its state allows. */
public final class RunButtons {
  private final SessionViewModel session;

  public RunButtons(SessionViewModel session) {
    this.session = session;
  }

  public RunButtons update(Button button) {
    button.disableProperty().bind(unless(TrainingState::canUpdate));
    return this;
  }

  public RunButtons reset(Button button) {
    button.disableProperty().bind(unless(TrainingState::canReset));
    return this;
  }

  BooleanBinding unless(Predicate<TrainingState> allowed) {
    return Bindings.createBooleanBinding(
        () -> session.dataProperty().get() == null || !allowed.test(session.stateProperty().get()),
        session.stateProperty(),
        session.dataProperty());
  }
}
