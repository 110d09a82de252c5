package dev.backstep.ui.batch;

import dev.backstep.ui.common.KeyLine;
import dev.backstep.ui.common.ScreenKey;
import dev.backstep.ui.step.StepScreen;
import java.util.List;
import javafx.scene.input.KeyCode;

/** What goes from row to row of a batch from the keyboard. */
public final class BatchKeys implements StepScreen.Overlay {
  final ScreenKey previous;
  final ScreenKey next;

  public BatchKeys(BatchViewModel model) {
    previous = ScreenKey.shift(KeyCode.UP, model::previous).when(model.isThere());
    next = ScreenKey.shift(KeyCode.DOWN, model::next).when(model.isThere());
  }

  @Override
  public List<KeyLine> keys() {
    return List.of(KeyLine.of("batch.keys", previous, next));
  }

  /** A batch lies over nothing. */
  @Override
  public boolean close() {
    return false;
  }

  @Override
  public String mark() {
    return "";
  }
}
