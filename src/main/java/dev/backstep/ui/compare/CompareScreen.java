package dev.backstep.ui.compare;

import dev.backstep.trace.Trace;
import dev.backstep.training.RunSettings;
import dev.backstep.training.TrainingData;
import dev.backstep.ui.common.KeyLine;
import dev.backstep.ui.common.Saving;
import dev.backstep.ui.common.Screen;
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

/** Two runs beside one another. */
public record CompareScreen(
    CompareViewModel compare, Texts texts, ViewOptions options, ObservableValue<Screen> shown)
    implements ScreenPart {
  public static final Screen ID = new Screen("COMPARE");

  @Override
  public Screen screen() {
    return ID;
  }

  @Override
  public String room() {
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
  public Map<Class<?>, Supplier<Object>> controllers(Saving saving) {
    return new CompareRoom(compare, texts, options, shown, saving).controllers();
  }

  @Override
  public void follow(TrainingData data, RunSettings settings) {
    compare.prepare(data, settings);
  }

  @Override
  public List<KeyLine> keys() {
    return List.of(compare.cursor().keys());
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
  public String trainHelp() {
    return "compare.toggle.help";
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
