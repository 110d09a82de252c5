package dev.backstep.ui.batch;

import dev.backstep.ui.common.Screen;
import dev.backstep.ui.common.ScreenKey;
import dev.backstep.ui.step.StepScreen;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.MenuItem;

/** The commands that go from row to row. */
public final class BatchMenuController {
  private final BatchKeys keys;
  private final ObservableValue<Screen> screen;

  @FXML private MenuItem previousRow;
  @FXML private MenuItem nextRow;

  public BatchMenuController(BatchKeys keys, ObservableValue<Screen> screen) {
    this.keys = keys;
    this.screen = screen;
  }

  @FXML
  private void initialize() {
    give(previousRow, keys.previous);
    give(nextRow, keys.next);
  }

  private void give(MenuItem item, ScreenKey key) {
    item.setAccelerator(key.key());
    item.setOnAction(event -> key.action().run());
    item.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !key.enabled().get() || !StepScreen.ID.equals(screen.getValue()),
                key.enabled(),
                screen));
  }
}
