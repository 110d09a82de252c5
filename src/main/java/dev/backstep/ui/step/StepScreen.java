package dev.backstep.ui.step;

import dev.backstep.trace.Trace;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.screen.ScreenPart;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.Optional;

/** One sequence, step by step. */
public record StepScreen(Texts texts, StepViewModel step) implements ScreenPart {
  @Override
  public Screen screen() {
    return Screen.STEP;
  }

  @Override
  public Optional<Trace> trace() {
    return Optional.ofNullable(step.traceProperty().get());
  }

  private int timestep() {
    return step.momentProperty().get().timestep();
  }

  @Override
  public String whereabouts() {
    return texts.of("step.at", word(), timestep());
  }

  @Override
  public List<String> marks() {
    return List.of("t" + timestep(), word());
  }
}
