package dev.backstep.ui.pin;

import dev.backstep.ui.common.Screen;
import dev.backstep.ui.step.StepScreen;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.MenuItem;

/** The command that pins and unpins. */
public final class PinMenuController {
  private final PinViewModel model;
  private final ObservableValue<Screen> screen;

  @FXML private MenuItem toggle;

  public PinMenuController(PinViewModel model, ObservableValue<Screen> screen) {
    this.model = model;
    this.screen = screen;
  }

  @FXML
  private void initialize() {
    toggle.setAccelerator(model.toggle.key());
    toggle.setOnAction(event -> model.toggle());
    toggle
        .disableProperty()
        .bind(Bindings.createBooleanBinding(() -> !StepScreen.ID.equals(screen.getValue()), screen));
  }
}
