package dev.backstep.ui.step;

import dev.backstep.net.Net;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.common.ScreenKey;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.ui.parts.RowMenu;
import dev.backstep.words.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

/** The commands of the Step screen. */
public final class StepMenuController {
  private final StepKeys keys;
  private final Guest guest;
  private final ObservableValue<Screen> screen;
  private final StepViewModel step;
  private final ViewOptions options;
  private final Texts texts;

  @FXML private MenuItem next;
  @FXML private MenuItem previous;
  @FXML private MenuItem first;
  @FXML private MenuItem last;
  @FXML private MenuItem play;
  @FXML private MenuItem nextEquation;
  @FXML private MenuItem previousEquation;
  @FXML private MenuItem backToNumber;
  @FXML private MenuItem nextSide;
  @FXML private MenuItem reveal;
  @FXML private MenuItem nextInTraining;
  @FXML private MenuItem sequenceAfter;
  @FXML private MenuItem sequenceBefore;
  @FXML private MenuItem typeSequence;
  @FXML private MenuItem follow;
  @FXML private MenuItem backToRun;
  @FXML private Menu rows;
  @FXML private CheckMenuItem openness;

  public StepMenuController(
      StepKeys keys,
      Guest guest,
      ObservableValue<Screen> screen,
      StepViewModel step,
      ViewOptions options,
      Texts texts) {
    this.keys = keys;
    this.guest = guest;
    this.screen = screen;
    this.step = step;
    this.options = options;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    give(next, keys.next);
    give(previous, keys.previous);
    give(first, keys.first);
    give(last, keys.last);
    give(play, keys.play);
    give(nextEquation, keys.nextEquation);
    give(previousEquation, keys.previousEquation);
    give(backToNumber, keys.backToNumber);
    give(nextSide, keys.nextSide);
    give(reveal, keys.reveal);
    give(nextInTraining, keys.nextInTraining);
    give(sequenceAfter, keys.sequenceAfter);
    give(sequenceBefore, keys.sequenceBefore);
    give(typeSequence, keys.typeSequence);
    give(follow, keys.follow);
    backToRun.disableProperty().bind(Bindings.not(guest.presentProperty()));
    new RowMenu(rows, step.netProperty(), step.rows(), texts).keepFilled();
    openness.selectedProperty().bindBidirectional(options.opennessProperty());
    openness.disableProperty().bind(step.netProperty().map(StepMenuController::hasNoGates));
  }

  private static boolean hasNoGates(Net net) {
    return net.gating().keeping().isEmpty();
  }

  /** A key without Ctrl must not move a screen that is not seen. */
  private void give(MenuItem item, ScreenKey key) {
    item.setAccelerator(key.key());
    item.setOnAction(event -> key.action().run());
    BooleanBinding isSeen =
        Bindings.createBooleanBinding(
            () -> !key.isPlain() || screen.getValue().equals(StepScreen.ID), screen);
    item.disableProperty().bind(Bindings.not(isSeen.and(key.enabled())));
  }

  @FXML
  private void backToRun() {
    guest.leave();
  }
}
