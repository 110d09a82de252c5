package dev.backstep.ui.inspector;

import dev.backstep.ui.common.Controllers;
import dev.backstep.ui.common.Saving;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.ui.screen.FileNames;
import dev.backstep.ui.step.GuessFirst;
import dev.backstep.ui.step.StepExport;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.words.Texts;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/** The controllers of the inspector beside the Step screen. */
public final class InspectorRoom implements Controllers {
  private final StepViewModel step;
  private final GuessFirst guessFirst;
  private final ViewOptions options;
  private final Texts texts;
  private final ObservableValue<Screen> screen;
  private final StepExport export;
  private final FileNames names;
  private final Saving saving;

  /**
   * @param names the names of files, as that for the script that computes the cell under the cursor
   */
  public InspectorRoom(
      StepViewModel step,
      GuessFirst guessFirst,
      ViewOptions options,
      Texts texts,
      ObservableValue<Screen> screen,
      StepExport export,
      FileNames names,
      Saving saving) {
    this.step = step;
    this.guessFirst = guessFirst;
    this.options = options;
    this.texts = texts;
    this.screen = screen;
    this.export = export;
    this.names = names;
    this.saving = saving;
  }

  @Override
  public Map<Class<?>, Supplier<Object>> controllers() {
    return Map.of(
        ArithmeticController.class, () -> new ArithmeticController(step, guessFirst, texts),
        InspectorController.class, () -> new InspectorController(step, guessFirst, options, texts),
        NumPyController.class,
            () -> new NumPyController(step, guessFirst, options, texts, export, names, saving),
        WeightsController.class, () -> new WeightsController(step, options, texts, screen));
  }
}
