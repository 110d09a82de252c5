package dev.backstep.ui.step;

import dev.backstep.net.Net;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.words.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination.ModifierValue;

/** The commands of the Step screen. */
public final class StepMenuController {
  private final StepViewModel step;
  private final SequenceViewModel sequence;
  private final StepSource source;
  private final GuessFirst guessFirst;
  private final Guest guest;
  private final ObjectProperty<Screen> screen;
  private final ViewOptions options;
  private final Texts texts;
  private Runnable wordFocus = () -> {};

  @FXML private MenuItem follow;
  @FXML private MenuItem reveal;
  @FXML private MenuItem nextSide;
  @FXML private MenuItem backToRun;
  @FXML private Menu rows;
  @FXML private CheckMenuItem openness;

  public StepMenuController(
      StepViewModel step,
      SequenceViewModel sequence,
      StepSource source,
      GuessFirst guessFirst,
      Guest guest,
      ObjectProperty<Screen> screen,
      ViewOptions options,
      Texts texts) {
    this.step = step;
    this.sequence = sequence;
    this.source = source;
    this.guessFirst = guessFirst;
    this.guest = guest;
    this.screen = screen;
    this.options = options;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    RowMenu.fill(rows, step, texts);
    openness.selectedProperty().bindBidirectional(options.opennessProperty());
    openness.disableProperty().bind(step.netProperty().map(StepMenuController::hasNoGates));
    reveal.disableProperty().bind(guessFirst.coveredProperty().not());
    follow.disableProperty().bind(source.heldProperty().not());
    backToRun.disableProperty().bind(Bindings.not(guest.presentProperty()));
    // A key without Ctrl must not move a screen that is not seen.
    follow.getParentMenu().getItems().stream()
        .filter(item -> item.getAccelerator() != null && item != reveal && item != nextSide)
        .filter(item -> item.getAccelerator().getShortcut() != ModifierValue.DOWN)
        .forEach(item -> item.disableProperty().bind(screen.isNotEqualTo(Screen.STEP)));
    nextSide
        .disableProperty()
        .bind(screen.isNotEqualTo(Screen.STEP).or(backToRun.disableProperty()));
  }

  private static boolean hasNoGates(Net net) {
    return net.gating().keeping().isEmpty();
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
    guest.showNext();
  }

  @FXML
  private void backToRun() {
    guest.leave();
  }

  @FXML
  private void reveal() {
    guessFirst.reveal();
  }

  @FXML
  private void backToNumber() {
    step.selection().back();
  }

  @FXML
  private void nextInTraining() {
    guest.leave();
    sequence.chooseNext();
  }

  @FXML
  private void sequenceAfter() {
    sequence.chooseAfter();
  }

  @FXML
  private void sequenceBefore() {
    sequence.chooseBefore();
  }

  @FXML
  private void typeWord() {
    guest.leave();
    screen.set(Screen.STEP);
    wordFocus.run();
  }

  @FXML
  private void follow() {
    guest.leave();
    source.follow();
  }
}
