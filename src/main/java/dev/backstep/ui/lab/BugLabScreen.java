package dev.backstep.ui.lab;

import dev.backstep.trace.Trace;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.screen.ScreenPart;
import java.util.Optional;

/** A run with a fault beside one without. */
public record BugLabScreen(BugLabViewModel lab) implements ScreenPart {
  @Override
  public Screen screen() {
    return Screen.BUG_LAB;
  }

  @Override
  public Optional<Trace> trace() {
    return Optional.ofNullable(lab.rightTrace());
  }
}
