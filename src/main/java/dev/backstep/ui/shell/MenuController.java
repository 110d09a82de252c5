package dev.backstep.ui.shell;

import dev.backstep.training.session.TrainingState;
import dev.backstep.ui.common.Dialogs;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.settings.StateChoice;
import dev.backstep.ui.step.StepMenuController;
import dev.backstep.words.Texts;
import java.util.function.Predicate;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.control.Alert;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;

/** Every command of the program, with its key. */
public final class MenuController {
  private final MainViewModel main;
  private final SessionViewModel session;
  private final Texts texts;

  @FXML private MenuBar bar;
  @FXML private MenuItem toggle;
  @FXML private MenuItem update;
  @FXML private MenuItem epoch;
  @FXML private MenuItem reset;
  @FXML private MenuItem diverged;
  @FXML private MenuItem steepest;
  @FXML private RadioMenuItem zero;
  @FXML private RadioMenuItem carried;
  @FXML private RadioMenuItem fixedArray;
  @FXML private StepMenuController stepMenuController;
  @FXML private FileMenuController fileMenuController;
  @FXML private EditMenuController editMenuController;
  @FXML private ViewMenuController viewMenuController;
  private Alert keys;

  public MenuController(MainViewModel main) {
    this.main = main;
    session = main.session();
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
    SessionViewModel pair = main.compare().session();
    SessionViewModel lab = main.bugLab().pair().session();
    return new Observable[] {
      main.screenProperty(),
      session.stateProperty(),
      session.dataProperty(),
      pair.stateProperty(),
      pair.dataProperty(),
      lab.stateProperty(),
      lab.dataProperty()
    };
  }

  private void showState() {
    StateChoice choice = main.settings().stateProperty().get();
    zero.setSelected(choice == StateChoice.ZERO);
    carried.setSelected(choice == StateChoice.CARRIED);
    fixedArray.setSelected(choice == StateChoice.FIXED_ARRAY);
  }

  /** What is asked of files. */
  FileMenuController files() {
    return fileMenuController;
  }

  /** What puts the cursor of the keyboard into the field for a word. */
  void setWordFocus(Runnable action) {
    stepMenuController.setWordFocus(action);
  }

  /** What gives the focus of the keyboard to the screen that is shown. */
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
    return switch (main.screenProperty().get()) {
      case COMPARE -> main.compare().session();
      case BUG_LAB -> main.bugLab().pair().session();
      default -> session;
    };
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
      keys = dialogs().showKeys();
    } else {
      keys.getDialogPane().getScene().getWindow().requestFocus();
    }
  }

  @FXML
  private void showAbout() {
    dialogs().showAbout();
  }
}
