package dev.backstep.ui.shell;

import dev.backstep.ui.common.Screen;
import dev.backstep.ui.common.ViewOptions;
import javafx.fxml.FXML;
import javafx.scene.control.CheckMenuItem;

/** Which screen is shown, and how. */
public final class ViewMenuController {
  private final MainViewModel main;
  private Runnable screenFocus = () -> {};

  @FXML private CheckMenuItem presenting;
  @FXML private CheckMenuItem valuesHidden;
  @FXML private CheckMenuItem lens;
  @FXML private CheckMenuItem logScale;
  @FXML private CheckMenuItem fieldNames;
  @FXML private CheckMenuItem animated;
  @FXML private CheckMenuItem dark;

  public ViewMenuController(MainViewModel main) {
    this.main = main;
  }

  @FXML
  private void initialize() {
    ViewOptions options = main.options();
    presenting.selectedProperty().bindBidirectional(options.presentingProperty());
    valuesHidden.selectedProperty().bindBidirectional(options.valuesHiddenProperty());
    // The texts of the tour name the numbers that would be covered.
    valuesHidden.disableProperty().bind(main.guide().openProperty());
    lens.selectedProperty().bindBidirectional(options.lensProperty());
    logScale.selectedProperty().bindBidirectional(options.logScaleProperty());
    fieldNames.selectedProperty().bindBidirectional(options.fieldNamesProperty());
    animated.selectedProperty().bindBidirectional(options.animatedProperty());
    dark.selectedProperty().bindBidirectional(options.darkProperty());
  }

  /** What gives the focus of the keyboard to the screen that is shown. */
  void setScreenFocus(Runnable action) {
    screenFocus = action;
  }

  private void show(Screen screen) {
    main.screenProperty().set(screen);
    screenFocus.run();
  }

  @FXML
  private void showStep() {
    show(Screen.STEP);
  }

  @FXML
  private void showTrain() {
    show(Screen.TRAIN);
  }

  @FXML
  private void showCompare() {
    show(Screen.COMPARE);
  }

  @FXML
  private void showMyCode() {
    show(Screen.MY_CODE);
  }

  @FXML
  private void showBugLab() {
    show(Screen.BUG_LAB);
  }
}
