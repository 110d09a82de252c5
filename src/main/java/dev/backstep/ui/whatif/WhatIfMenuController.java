package dev.backstep.ui.whatif;

import dev.backstep.ui.common.Screen;
import dev.backstep.ui.common.ScreenKey;
import dev.backstep.ui.step.StepScreen;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.MenuItem;

/** The commands of what-if. */
public final class WhatIfMenuController {
  private final WhatIfKeys keys;
  private final WhatIfViewModel model;
  private final ObservableValue<Screen> screen;

  @FXML private MenuItem edit;
  @FXML private MenuItem input;
  @FXML private MenuItem state;
  @FXML private MenuItem leave;

  public WhatIfMenuController(
      WhatIfKeys keys, WhatIfViewModel model, ObservableValue<Screen> screen) {
    this.keys = keys;
    this.model = model;
    this.screen = screen;
  }

  @FXML
  private void initialize() {
    give(edit, keys.edit);
    give(input, keys.input);
    state.setOnAction(event -> keys.state());
    state.disableProperty().bind(isElsewhere());
    leave.setOnAction(event -> model.leave());
    leave.disableProperty().bind(Bindings.not(model.openProperty()));
  }

  private BooleanBinding isElsewhere() {
    return Bindings.createBooleanBinding(() -> !StepScreen.ID.equals(screen.getValue()), screen);
  }

  private void give(MenuItem item, ScreenKey key) {
    item.setAccelerator(key.key());
    item.setOnAction(event -> key.action().run());
    item.disableProperty().bind(isElsewhere());
  }
}
