package dev.backstep.ui.compare;

import dev.backstep.net.Notation;
import dev.backstep.ui.common.Controllers;
import dev.backstep.ui.common.Saving;
import dev.backstep.ui.common.Screen;
import dev.backstep.words.Texts;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/** The controllers of the Compare screen. */
public final class CompareRoom implements Controllers {
  private final CompareViewModel compare;
  private final Texts texts;
  private final ObservableValue<Notation> notation;
  private final ObservableValue<Screen> screen;
  private final Saving saving;

  public CompareRoom(
      CompareViewModel compare,
      Texts texts,
      ObservableValue<Notation> notation,
      ObservableValue<Screen> screen,
      Saving saving) {
    this.compare = compare;
    this.texts = texts;
    this.notation = notation;
    this.screen = screen;
    this.saving = saving;
  }

  @Override
  public Map<Class<?>, Supplier<Object>> controllers() {
    return Map.of(
        CompareController.class, () -> new CompareController(compare, texts, notation, screen),
        TextOfPairController.class, () -> new TextOfPairController(compare, texts),
        OwnPairController.class, () -> new OwnPairController(compare, texts),
        RepeatController.class, () -> new RepeatController(compare, texts, saving));
  }
}
