package dev.backstep.ui.pin;

import dev.backstep.ui.common.KeyLine;
import dev.backstep.ui.common.ScreenKey;
import dev.backstep.ui.step.StepScreen;
import java.util.List;
import javafx.scene.input.KeyCode;

/** What pins and unpins from the keyboard. */
public final class PinKeys implements StepScreen.Overlay {
  final ScreenKey toggle;

  private final PinViewModel model;

  public PinKeys(PinViewModel model) {
    this.model = model;
    toggle = ScreenKey.plain(KeyCode.P, model::toggle);
  }

  @Override
  public List<KeyLine> keys() {
    return List.of(KeyLine.of("pin.keys", toggle));
  }

  @Override
  public boolean close() {
    return model.close();
  }

  /** The numbers on the screen are those that they were. */
  @Override
  public String mark() {
    return "";
  }
}
