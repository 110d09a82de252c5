package dev.backstep.ui.takeaway;

import dev.backstep.ui.common.Controllers;
import dev.backstep.ui.common.Notices;
import dev.backstep.ui.common.Saving;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.ui.screen.FileNames;
import dev.backstep.ui.step.StepExport;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.words.Texts;
import java.util.Map;
import java.util.function.Supplier;

/** The controllers of what can be taken away. */
public record TakeAwayRoom(
    StepViewModel step,
    ViewOptions options,
    StepExport export,
    FileNames names,
    Notices notices,
    Texts texts,
    Saving saving)
    implements Controllers {
  @Override
  public Map<Class<?>, Supplier<Object>> controllers() {
    return Map.of(
        ExportMenuController.class,
        () -> new ExportMenuController(step, options, export, names, notices, texts, saving));
  }
}
