package dev.backstep.ui.settings;

import dev.backstep.net.Notation;
import dev.backstep.ui.common.Controllers;
import dev.backstep.words.Texts;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/** The controllers of the fields for settings. */
public final class SettingsRoom implements Controllers {
  private final SettingsViewModel settings;
  private final Texts texts;
  private final ObservableValue<Notation> notation;
  private final AppliedSettings applied;

  public SettingsRoom(
      SettingsViewModel settings,
      Texts texts,
      ObservableValue<Notation> notation,
      AppliedSettings applied) {
    this.settings = settings;
    this.texts = texts;
    this.notation = notation;
    this.applied = applied;
  }

  @Override
  public Map<Class<?>, Supplier<Object>> controllers() {
    return Map.of(
        OwnSideController.class, () -> new OwnSideController(texts, notation),
        SettingsController.class, () -> new SettingsController(settings, texts, notation, applied));
  }
}
