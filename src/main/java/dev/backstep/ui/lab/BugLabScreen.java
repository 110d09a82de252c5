package dev.backstep.ui.lab;

import dev.backstep.trace.Trace;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.parts.SharedCursor;
import dev.backstep.ui.run.EarlierPairs;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.screen.ScreenPart;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;

/** A run with a fault beside one without. */
public record BugLabScreen(BugLabViewModel lab) implements ScreenPart {
  private SharedCursor cursor() {
    return lab.cursor();
  }

  @Override
  public Screen screen() {
    return Screen.BUG_LAB;
  }

  @Override
  public String id() {
    return "lab";
  }

  @Override
  public String icon() {
    return "fth-crosshair";
  }

  @Override
  public Class<?> controller() {
    return BugLabController.class;
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
  public Optional<SessionViewModel> trains() {
    return Optional.of(lab.pair().session());
  }

  @Override
  public Optional<EarlierPairs<?>> earlier() {
    return Optional.of(lab.pair().earlier());
  }

  @Override
  public Optional<Trace> trace() {
    return Optional.ofNullable(lab.rightTrace());
  }
}
