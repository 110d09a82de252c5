package dev.backstep.ui.compare;

import dev.backstep.trace.Trace;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.parts.SharedCursor;
import dev.backstep.ui.run.EarlierPairs;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.screen.ScreenPart;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;

/** Two runs beside one another. */
public record CompareScreen(CompareViewModel compare) implements ScreenPart {
  private SharedCursor cursor() {
    return compare.cursor();
  }

  @Override
  public Screen screen() {
    return Screen.COMPARE;
  }

  @Override
  public String id() {
    return "compare";
  }

  @Override
  public String icon() {
    return "fth-columns";
  }

  @Override
  public Class<?> controller() {
    return CompareController.class;
  }

  @Override
  public Map<KeyCode, Runnable> keys() {
    return Map.of(
        KeyCode.LEFT, cursor()::previous,
        KeyCode.RIGHT, cursor()::next,
        KeyCode.HOME, cursor()::first,
        KeyCode.END, cursor()::last);
  }

  @Override
  public boolean closePanel() {
    return compare.closePanel();
  }

  @Override
  public Optional<SessionViewModel> trains() {
    return Optional.of(compare.session());
  }

  @Override
  public Optional<EarlierPairs<?>> earlier() {
    return Optional.of(compare.earlier());
  }

  @Override
  public Optional<Trace> trace() {
    return Optional.ofNullable(compare.a().traceProperty().get());
  }
}
