package dev.backstep.ui.mycode;

import dev.backstep.trace.Trace;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.screen.ScreenPart;
import java.util.Optional;

/** The numbers of another program, checked. */
public record MyCodeScreen(MyCodeViewModel code) implements ScreenPart {
  @Override
  public Screen screen() {
    return Screen.MY_CODE;
  }

  @Override
  public Optional<Trace> trace() {
    return Optional.ofNullable(code.trace());
  }
}
