package dev.backstep.ui.shell;

import dev.backstep.training.session.TrainingState;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.words.Texts;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The one button that trains: what the screen shows, the run or both runs of a pair. A screen that
 * shows no run has none, unless a run is on its way, which can be paused from everywhere.
 */
final class TrainButton {
  private final Screens screens;
  private final Texts texts;
  private final Button button;
  private final FontIcon icon;

  TrainButton(Screens screens, Texts texts, Button button, FontIcon icon) {
    this.screens = screens;
    this.texts = texts;
    this.button = button;
    this.icon = icon;
    button.setOnAction(event -> screens.trained().toggle());
    InvalidationListener show = observable -> show();
    screens.shownProperty().addListener(show);
    for (SessionViewModel each : screens.sessions()) {
      each.stateProperty().addListener(show);
      each.dataProperty().addListener(show);
    }
    button
        .accessibleHelpProperty()
        .bind(Bindings.createStringBinding(this::help, screens.shownProperty()));
    button.getTooltip().textProperty().bind(button.accessibleHelpProperty());
    show();
  }

  private String help() {
    return texts.of(screens.shown().trainHelp());
  }

  private void show() {
    SessionViewModel trained = screens.trained();
    TrainingState state = trained.stateProperty().get();
    boolean isRunning = trained.isRunning();
    String start = trained.runs().size() > 1 ? "run.pair.start" : "run.start";
    button.setText(texts.of(isRunning ? "run.pause" : start));
    icon.setIconLiteral(isRunning ? "fth-pause" : "fth-play");
    boolean isPossible = state.canStart() || state.canPause();
    button.setDisable(trained.dataProperty().get() == null || !isPossible);
    button.setVisible(screens.shown().showsRun() || isRunning);
    button.setManaged(button.isVisible());
  }
}
