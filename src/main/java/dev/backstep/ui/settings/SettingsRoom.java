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
  private final Runnable applyChanges;
  private final Runnable beginRun;

  /**
   * @param applyChanges applies what can change on the way of the run
   * @param beginRun begins a new run with the settings in the fields
   */
  public SettingsRoom(
      SettingsViewModel settings,
      Texts texts,
      ObservableValue<Notation> notation,
      Runnable applyChanges,
      Runnable beginRun) {
    this.settings = settings;
    this.texts = texts;
    this.notation = notation;
    this.applyChanges = applyChanges;
    this.beginRun = beginRun;
  }

  @Override
  public Map<Class<?>, Supplier<Object>> controllers() {
    return Map.of(
        OwnSideController.class, () -> new OwnSideController(texts, notation),
        SettingsController.class,
            () -> new SettingsController(settings, texts, notation, applyChanges, beginRun));
  }
}
