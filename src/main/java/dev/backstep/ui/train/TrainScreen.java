package dev.backstep.ui.train;

import dev.backstep.math.Numbers;
import dev.backstep.trace.Trace;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.run.RunViewModel;
import dev.backstep.ui.screen.ScreenPart;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.Optional;

/** The run that is open, as it is trained. */
public record TrainScreen(Texts texts, RunViewModel run) implements ScreenPart {
  @Override
  public Screen screen() {
    return Screen.TRAIN;
  }

  @Override
  public Optional<Trace> trace() {
    return Optional.ofNullable(run.traceProperty().get());
  }

  private long updates() {
    return run.progressProperty().get().updates();
  }

  @Override
  public String whereabouts() {
    return texts.of("train.at", Numbers.grouped(updates()));
  }

  @Override
  public List<String> marks() {
    return List.of("update-" + updates());
  }
}
