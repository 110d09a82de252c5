package dev.backstep.ui.pin;

import dev.backstep.ui.common.Controllers;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.step.GuessFirst;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.words.Texts;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/** The controllers of the pinned number. */
public record PinRoom(
    PinViewModel model,
    PinKeys keys,
    StepViewModel step,
    GuessFirst guessFirst,
    Texts texts,
    ObservableValue<Screen> screen)
    implements Controllers {
  @Override
  public Map<Class<?>, Supplier<Object>> controllers() {
    return Map.of(
        PinController.class,
        () -> new PinController(model, step, guessFirst, texts),
        PinMenuController.class,
        () -> new PinMenuController(keys, screen));
  }
}
