package dev.backstep.ui.mycode;

import dev.backstep.trace.Trace;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.screen.ScreenPart;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;

/** The numbers of another program, checked. */
public record MyCodeScreen(MyCodeViewModel code) implements ScreenPart {
  /** Beyond any end. */
  private static final int FAR = 1 << 24;

  @Override
  public Screen screen() {
    return Screen.MY_CODE;
  }

  @Override
  public String id() {
    return "my-code";
  }

  @Override
  public String icon() {
    return "fth-code";
  }

  @Override
  public Class<?> controller() {
    return MyCodeController.class;
  }

  @Override
  public Map<KeyCode, Runnable> keys() {
    return Map.of(
        KeyCode.LEFT, () -> code.move(0, -1),
        KeyCode.RIGHT, () -> code.move(0, 1),
        KeyCode.UP, () -> code.move(-1, 0),
        KeyCode.DOWN, () -> code.move(1, 0),
        KeyCode.HOME, () -> code.move(0, -FAR),
        KeyCode.END, () -> code.move(0, FAR));
  }

  @Override
  public Optional<Trace> trace() {
    return Optional.ofNullable(code.trace());
  }
}
