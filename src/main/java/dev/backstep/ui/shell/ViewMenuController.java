package dev.backstep.ui.shell;

import dev.backstep.ui.common.ViewOptions;
import dev.backstep.ui.screen.ScreenPart;
import dev.backstep.ui.sizes.TypeSize;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;

/** The menu View: the screen that is shown, and the options of how. */
public final class ViewMenuController {
  private final MainViewModel main;
  private Runnable screenFocus = () -> {};

  @FXML private Menu menu;
  @FXML private CheckMenuItem presenting;
  @FXML private CheckMenuItem valuesHidden;
  @FXML private CheckMenuItem lens;
  @FXML private CheckMenuItem squares;
  @FXML private CheckMenuItem logScale;
  @FXML private CheckMenuItem fieldNames;
  @FXML private CheckMenuItem animated;
  @FXML private CheckMenuItem dark;
  @FXML private MenuItem larger;
  @FXML private MenuItem smaller;
  @FXML private MenuItem usual;
  @FXML private MenuItem panels;

  public ViewMenuController(MainViewModel main) {
    this.main = main;
  }

  @FXML
  private void initialize() {
    addScreens();
    ViewOptions options = main.options();
    presenting.selectedProperty().bindBidirectional(options.presentingProperty());
    valuesHidden.selectedProperty().bindBidirectional(options.valuesHiddenProperty());
    // The texts of the tour name the numbers that would be covered.
    valuesHidden.disableProperty().bind(main.guide().openProperty());
    lens.selectedProperty().bindBidirectional(options.lensProperty());
    squares.selectedProperty().bindBidirectional(options.squaresProperty());
    logScale.selectedProperty().bindBidirectional(options.logScaleProperty());
    fieldNames.selectedProperty().bindBidirectional(options.fieldNamesProperty());
    animated.selectedProperty().bindBidirectional(options.animatedProperty());
    dark.selectedProperty().bindBidirectional(options.darkProperty());
    bindTypeSize();
  }

  private void bindTypeSize() {
    TypeSize size = main.typeSize();
    larger.setOnAction(event -> size.larger());
    smaller.setOnAction(event -> size.smaller());
    usual.setOnAction(event -> size.reset());
    panels.setOnAction(event -> main.panelSizes().reset());
    usual
        .textProperty()
        .bind(size.percentProperty().map(percent -> main.texts().of("sizes.type.usual", percent)));
  }

  /** Says how the screen that is shown gets the focus of the keyboard. */
  void setScreenFocus(Runnable action) {
    screenFocus = action;
  }

  /** One command for each screen, whose key is the number of its place. */
  private void addScreens() {
    List<ScreenPart> all = main.screens().all();
    for (ScreenPart screen : all) {
      MenuItem item = new MenuItem(main.texts().of(screen.nameKey()));
      int place = all.indexOf(screen) + 1;
      item.setAccelerator(KeyCombination.valueOf("Shortcut+" + place));
      item.setOnAction(event -> show(screen));
      menu.getItems().add(place - 1, item);
    }
  }

  private void show(ScreenPart screen) {
    main.screens().show(screen);
    screenFocus.run();
  }
}
