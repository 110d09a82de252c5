package dev.backstep.ui.compare;

import dev.backstep.trace.Trace;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.screen.ScreenPart;
import java.util.Optional;

/** Two runs beside one another. */
public record CompareScreen(CompareViewModel compare) implements ScreenPart {
  @Override
  public Screen screen() {
    return Screen.COMPARE;
  }

  @Override
  public Optional<Trace> trace() {
    return Optional.ofNullable(compare.a().traceProperty().get());
  }
}
