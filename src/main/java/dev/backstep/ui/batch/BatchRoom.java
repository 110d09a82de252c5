package dev.backstep.ui.batch;

import dev.backstep.ui.common.Controllers;
import dev.backstep.ui.common.Screen;
import dev.backstep.words.Texts;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/** The controllers of the batch over the picture of Step. */
public record BatchRoom(
    BatchViewModel model, BatchKeys keys, Texts texts, ObservableValue<Screen> screen)
    implements Controllers {
  @Override
  public Map<Class<?>, Supplier<Object>> controllers() {
    return Map.of(
        BatchController.class, () -> new BatchController(model, texts),
        BatchMenuController.class, () -> new BatchMenuController(keys, screen));
  }
}
