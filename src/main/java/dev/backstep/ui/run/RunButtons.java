package dev.backstep.ui.run;

import dev.backstep.training.session.TrainingState;
import dev.backstep.words.Texts;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import org.kordamp.ikonli.javafx.FontIcon;

/** Ties the buttons that move a session to what its state allows. */
public final class RunButtons {
  private final SessionViewModel session;
  private final BooleanBinding isRunning;

  public RunButtons(SessionViewModel session) {
    this.session = session;
    isRunning = session.stateProperty().isEqualTo(TrainingState.RUNNING);
  }

  /** One button that starts and pauses. */
  public RunButtons toggle(Button button, FontIcon icon, Texts texts) {
    return toggle(button, icon, texts, "run.start");
  }

  /** The same, with other words for starting. */
  public RunButtons toggle(Button button, FontIcon icon, Texts texts, String startKey) {
    button
        .textProperty()
        .bind(Bindings.when(isRunning).then(texts.of("run.pause")).otherwise(texts.of(startKey)));
    isRunning.addListener((property, before, now) -> show(icon, now));
    show(icon, isRunning.get());
    button.disableProperty().bind(unless(state -> state.canStart() || state.canPause()));
    return this;
  }

  private static void show(FontIcon icon, boolean isRunning) {
    icon.setIconLiteral(isRunning ? "fth-pause" : "fth-play");
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
