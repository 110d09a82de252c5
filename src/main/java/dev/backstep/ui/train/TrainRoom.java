package dev.backstep.ui.train;

import dev.backstep.ui.common.Controllers;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.words.Texts;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/** The controllers of the Train screen. */
public record TrainRoom(
    SessionViewModel session,
    GoingBack goingBack,
    Texts texts,
    ViewOptions options,
    ObservableValue<Screen> shown)
    implements Controllers {
  @Override
  public Map<Class<?>, Supplier<Object>> controllers() {
    return Map.of(
        GoingController.class, () -> new GoingController(goingBack, texts),
        TrainController.class,
            () -> new TrainController(session, goingBack, texts, options, shown));
  }
}
