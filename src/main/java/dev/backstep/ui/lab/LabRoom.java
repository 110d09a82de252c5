package dev.backstep.ui.lab;

import dev.backstep.net.Notation;
import dev.backstep.ui.common.Controllers;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.ui.labbatch.BatchLabController;
import dev.backstep.words.Texts;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/** The controllers of the Bug lab. */
public final class LabRoom implements Controllers {
  private final BugLabViewModel lab;
  private final Texts texts;
  private final ViewOptions options;
  private final ObservableValue<Screen> screen;

  public LabRoom(
      BugLabViewModel lab, Texts texts, ViewOptions options, ObservableValue<Screen> screen) {
    this.lab = lab;
    this.texts = texts;
    this.options = options;
    this.screen = screen;
  }

  @Override
  public Map<Class<?>, Supplier<Object>> controllers() {
    ObservableValue<Notation> notation = options.notation();
    return Map.of(
        BatchLabController.class, () -> new BatchLabController(lab.batches(), texts, options),
        BugLabController.class, () -> new BugLabController(lab),
        EvidenceController.class, () -> new EvidenceController(lab, texts, notation),
        FaultLinesController.class, () -> new FaultLinesController(lab, texts, notation),
        FaultListController.class, () -> new FaultListController(lab, texts, notation),
        LabCheckController.class, () -> new LabCheckController(lab, texts, options, screen),
        LabPairController.class, () -> new LabPairController(lab, texts, screen),
        PredictionController.class, () -> new PredictionController(lab, texts, notation),
        QuizController.class, () -> new QuizController(lab, texts, notation));
  }
}
