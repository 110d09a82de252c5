package dev.backstep.ui.step;

import dev.backstep.ui.common.Screen;
import dev.backstep.ui.shell.MainViewModel;
import javafx.fxml.FXML;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination.ModifierValue;

/** The commands of the Step screen. */
public final class StepMenuController {
  private final MainViewModel main;
  private final StepViewModel step;
  private Runnable wordFocus = () -> {};

  @FXML private MenuItem follow;
  @FXML private MenuItem reveal;
  @FXML private MenuItem nextSide;
  @FXML private MenuItem backToRun;

  public StepMenuController(MainViewModel main) {
    this.main = main;
    step = main.step();
  }

  @FXML
  private void initialize() {
    reveal.disableProperty().bind(main.covers().coveredProperty().not());
    follow.disableProperty().bind(main.heldProperty().not());
    backToRun.disableProperty().bind(main.codeVisit().sideProperty().isNull());
    // A key without Ctrl must not move a screen that is not seen.
    follow.getParentMenu().getItems().stream()
        .filter(item -> item.getAccelerator() != null && item != reveal && item != nextSide)
        .filter(item -> item.getAccelerator().getShortcut() != ModifierValue.DOWN)
        .forEach(
            item -> item.disableProperty().bind(main.screenProperty().isNotEqualTo(Screen.STEP)));
    nextSide
        .disableProperty()
        .bind(main.screenProperty().isNotEqualTo(Screen.STEP).or(backToRun.disableProperty()));
  }

  /** What puts the cursor of the keyboard into the field for a word. */
  public void setWordFocus(Runnable action) {
    wordFocus = action;
  }

  @FXML
  private void next() {
    step.next();
  }

  @FXML
  private void previous() {
    step.previous();
  }

  @FXML
  private void first() {
    step.first();
  }

  @FXML
  private void last() {
    step.last();
  }

  @FXML
  private void play() {
    step.togglePlay();
  }

  @FXML
  private void nextEquation() {
    step.moveActive(1);
  }

  @FXML
  private void previousEquation() {
    step.moveActive(-1);
  }

  @FXML
  private void nextSide() {
    main.codeVisit().showNext();
  }

  @FXML
  private void backToRun() {
    main.codeVisit().leave();
  }

  @FXML
  private void reveal() {
    main.covers().reveal();
  }

  @FXML
  private void backToNumber() {
    step.selection().back();
  }

  @FXML
  private void nextInTraining() {
    main.codeVisit().leave();
    main.sequence().chooseNext();
  }

  @FXML
  private void sequenceAfter() {
    main.sequence().chooseAfter();
  }

  @FXML
  private void sequenceBefore() {
    main.sequence().chooseBefore();
  }

  @FXML
  private void typeWord() {
    main.codeVisit().leave();
    main.screenProperty().set(Screen.STEP);
    wordFocus.run();
  }

  @FXML
  private void follow() {
    main.follow();
  }
}
