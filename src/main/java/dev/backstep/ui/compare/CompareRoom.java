package dev.backstep.ui.compare;

import dev.backstep.ui.common.Controllers;
import dev.backstep.ui.common.Saving;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.words.Texts;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/** The controllers of the Compare screen. */
public final class CompareRoom implements Controllers {
  private final CompareViewModel compare;
  private final Texts texts;
  private final ViewOptions options;
  private final ObservableValue<Screen> screen;
  private final Saving saving;

  public CompareRoom(
      CompareViewModel compare,
      Texts texts,
      ViewOptions options,
      ObservableValue<Screen> screen,
      Saving saving) {
    this.compare = compare;
    this.texts = texts;
    this.options = options;
    this.screen = screen;
    this.saving = saving;
  }

  @Override
  public Map<Class<?>, Supplier<Object>> controllers() {
    return Map.of(
        CompareController.class, () -> new CompareController(compare, texts, options, screen),
        TextOfPairController.class, () -> new TextOfPairController(compare, texts),
        OwnPairController.class, () -> new OwnPairController(compare, texts),
        RepeatController.class, () -> new RepeatController(compare, texts, saving));
  }
}
