package dev.backstep.ui.lab;

import dev.backstep.trace.Trace;
import dev.backstep.ui.common.KeyLine;
import dev.backstep.ui.common.Saving;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.common.ScreenKey;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.ui.run.EarlierPairs;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.screen.ScreenPart;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;

/** A run with a fault beside one without. */
public record BugLabScreen(
    BugLabViewModel lab, Texts texts, ViewOptions options, ObservableValue<Screen> shown)
    implements ScreenPart {
  public static final Screen ID = new Screen("BUG_LAB");

  @Override
  public Screen screen() {
    return ID;
  }

  @Override
  public String room() {
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
  public Map<Class<?>, Supplier<Object>> controllers(Saving saving) {
    return new LabRoom(lab, texts, options, shown).controllers();
  }

  @Override
  public List<KeyLine> keys() {
    return List.of(
        lab.cursor().keys(),
        KeyLine.of(
            "lab.keys.grid",
            ScreenKey.ofPicture(KeyCode.LEFT),
            ScreenKey.ofPicture(KeyCode.RIGHT),
            ScreenKey.ofPicture(KeyCode.UP),
            ScreenKey.ofPicture(KeyCode.DOWN),
            ScreenKey.ofPicture(KeyCode.ENTER)));
  }

  @Override
  public Optional<SessionViewModel> trains() {
    return Optional.of(lab.pair().session());
  }

  @Override
  public String trainHelp() {
    return "lab.toggle.help";
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
