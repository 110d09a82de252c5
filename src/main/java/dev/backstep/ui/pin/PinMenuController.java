package dev.backstep.ui.pin;

import dev.backstep.ui.common.Screen;
import dev.backstep.ui.step.StepScreen;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.MenuItem;

/** The command that pins and unpins. */
public final class PinMenuController {
  private final PinKeys keys;
  private final ObservableValue<Screen> screen;

  @FXML private MenuItem toggle;

  public PinMenuController(PinKeys keys, ObservableValue<Screen> screen) {
    this.keys = keys;
    this.screen = screen;
  }

  @FXML
  private void initialize() {
    toggle.setAccelerator(keys.toggle.key());
    toggle.setOnAction(event -> keys.toggle.action().run());
    toggle
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(() -> !StepScreen.ID.equals(screen.getValue()), screen));
  }
}
