package dev.backstep.ui.probe;

import dev.backstep.trace.Trace;
import dev.backstep.ui.common.KeyLine;
import dev.backstep.ui.common.Saving;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.common.ScreenKey;
import dev.backstep.ui.screen.ScreenPart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;

/** A screen that is none of the program's: it counts how often → is pressed. */
public record ProbeScreen(AtomicInteger count) implements ScreenPart {
  public static final Screen ID = new Screen("PROBE");

  @Override
  public Screen screen() {
    return ID;
  }

  @Override
  public String room() {
    return "probe";
  }

  @Override
  public String icon() {
    return "fth-thermometer";
  }

  @Override
  public Class<?> controller() {
    return ProbeController.class;
  }

  @Override
  public Map<Class<?>, Supplier<Object>> controllers(Saving saving) {
    return Map.of(ProbeController.class, ProbeController::new);
  }

  @Override
  public List<KeyLine> keys() {
    return List.of(
        KeyLine.of("probe.keys.count", ScreenKey.plain(KeyCode.RIGHT, count::incrementAndGet)));
  }

  @Override
  public Optional<Trace> trace() {
    return Optional.empty();
  }
}
