package dev.backstep.ui.whatif;

import dev.backstep.ui.common.Controllers;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.step.GuessFirst;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.words.Texts;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/** The controllers of what-if. */
public record WhatIfRoom(
    WhatIfViewModel model,
    WhatIfKeys keys,
    StepViewModel step,
    GuessFirst guessFirst,
    Texts texts,
    ObservableValue<Screen> screen)
    implements Controllers {
  @Override
  public Map<Class<?>, Supplier<Object>> controllers() {
    return Map.of(
        WhatIfController.class,
        () -> new WhatIfController(model, step, guessFirst, texts),
        WhatIfBarController.class,
        () -> new WhatIfBarController(model, step, texts),
        WhatIfMenuController.class,
        () -> new WhatIfMenuController(keys, model, screen));
  }
}
