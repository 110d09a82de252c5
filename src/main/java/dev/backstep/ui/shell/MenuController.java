package dev.backstep.ui.shell;

import dev.backstep.training.session.TrainingState;
import dev.backstep.ui.common.Dialogs;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.settings.StateChoice;
import dev.backstep.words.Texts;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.control.Alert;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination.ModifierValue;

/** Every command of the program, with its key. */
public final class MenuController {
  private final MainViewModel main;
  private final Texts texts;

  @FXML private MenuBar bar;
  @FXML private MenuItem toggle;
  @FXML private MenuItem update;
  @FXML private MenuItem epoch;
  @FXML private MenuItem reset;
  @FXML private MenuItem diverged;
  @FXML private MenuItem steepest;
  @FXML private MenuItem lowest;
  @FXML private RadioMenuItem zero;
  @FXML private RadioMenuItem carried;
  @FXML private RadioMenuItem fixedArray;
  @FXML private RadioMenuItem learned;
  @FXML private FileMenuController fileMenuController;
  @FXML private EditMenuController editMenuController;
  @FXML private ViewMenuController viewMenuController;
  private Alert keys;

  public MenuController(MainViewModel main) {
    this.main = main;
    texts = main.texts();
  }

  @FXML
  private void initialize() {
    fileMenuController.setScene(bar::getScene);
    editMenuController.setScene(bar::getScene);
    bar.sceneProperty().addListener((property, before, now) -> editMenuController.install(now));
    bindTraining();
    main.settings().stateProperty().addListener(observable -> showState());
    showState();
  }

  private void bindTraining() {
    toggle
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.of(trainedState().canPause() ? "run.pause" : "run.start"),
                trainedDependencies()));
    toggle.disableProperty().bind(unless(state -> state.canStart() || state.canPause()));
    update.disableProperty().bind(unless(TrainingState::canUpdate));
    epoch.disableProperty().bind(unless(TrainingState::canUpdate));
    reset.disableProperty().bind(unless(TrainingState::canReset));
    diverged.disableProperty().bind(main.goingBack().divergedProperty().not());
    steepest.disableProperty().bind(main.goingBack().trainedProperty().not());
    lowest.disableProperty().bind(main.goingBack().heldOutProperty().not());
    lowest.setOnAction(event -> main.goingBack().goToLowestHeldOut());
    diverged.setOnAction(event -> main.goingBack().goToDivergence());
    steepest.setOnAction(event -> main.goingBack().goToSteepest());
  }

  private BooleanBinding unless(Predicate<TrainingState> allowed) {
    return Bindings.createBooleanBinding(
        () -> trained().dataProperty().get() == null || !allowed.test(trainedState()),
        trainedDependencies());
  }

  private TrainingState trainedState() {
    return trained().stateProperty().get();
  }

  private Observable[] trainedDependencies() {
    Stream<Observable> ofSessions =
        main.screens().sessions().stream()
            .flatMap(each -> Stream.of(each.stateProperty(), each.dataProperty()));
    return Stream.concat(Stream.of(main.screenProperty()), ofSessions).toArray(Observable[]::new);
  }

  private void showState() {
    StateChoice choice = main.settings().stateProperty().get();
    zero.setSelected(choice == StateChoice.ZERO);
    carried.setSelected(choice == StateChoice.CARRIED);
    fixedArray.setSelected(choice == StateChoice.FIXED_ARRAY);
    learned.setSelected(choice == StateChoice.LEARNED);
  }

  /** True for a key without Ctrl that is one of a command and could be typed into a field. */
  boolean isCommand(KeyCode code) {
    return !code.isFunctionKey() && bar.getMenus().stream().anyMatch(menu -> hasKey(menu, code));
  }

  private static boolean hasKey(MenuItem item, KeyCode code) {
    return item instanceof Menu menu
        ? menu.getItems().stream().anyMatch(each -> hasKey(each, code))
        : item.getAccelerator() instanceof KeyCodeCombination key
            && key.getCode() == code
            && key.getShortcut() != ModifierValue.DOWN;
  }

  /** The menu File. */
  FileMenuController files() {
    return fileMenuController;
  }

  /** Says how the screen that is shown gets the focus of the keyboard. */
  void setScreenFocus(Runnable action) {
    viewMenuController.setScreenFocus(action);
  }

  private Dialogs dialogs() {
    return new Dialogs(texts, bar.getScene().getWindow());
  }

  @FXML
  private void toggleTraining() {
    trained().toggle();
  }

  @FXML
  private void oneUpdate() {
    trained().update();
  }

  @FXML
  private void finishEpoch() {
    trained().finishEpoch();
  }

  @FXML
  private void reset() {
    trained().reset();
  }

  /** On Compare and in the Bug lab the commands of training mean the pair that is there. */
  private SessionViewModel trained() {
    return main.screens().trained();
  }

  @FXML
  private void zeroState() {
    chooseState(StateChoice.ZERO);
  }

  @FXML
  private void carriedState() {
    chooseState(StateChoice.CARRIED);
  }

  @FXML
  private void fixedArrayState() {
    chooseState(StateChoice.FIXED_ARRAY);
  }

  @FXML
  private void learnedState() {
    chooseState(StateChoice.LEARNED);
  }

  @FXML
  private void applySettings() {
    main.applied().applySettings();
  }

  private void chooseState(StateChoice choice) {
    main.applied().choose(choice);
    showState();
  }

  @FXML
  private void showGuide() {
    main.guide().open();
  }

  @FXML
  private void restartGuide() {
    main.guide().restart();
  }

  @FXML
  private void showKeys() {
    if (keys == null || !keys.isShowing()) {
      keys = dialogs().showKeys(KeyTexts.of(texts, main.screens().all()));
    } else {
      keys.getDialogPane().getScene().getWindow().requestFocus();
    }
  }

  @FXML
  private void showAbout() {
    dialogs().showAbout();
  }
}
