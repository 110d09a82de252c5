package dev.backstep.ui.train;

import dev.backstep.math.Numbers;
import dev.backstep.trace.Trace;
import dev.backstep.ui.common.Saving;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.ui.run.RunViewModel;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.screen.ScreenPart;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/** The run that is open, as it is trained. */
public record TrainScreen(
    SessionViewModel session,
    GoingBack goingBack,
    Texts texts,
    ViewOptions options,
    ObservableValue<Screen> shown)
    implements ScreenPart {
  public static final Screen ID = new Screen("TRAIN");

  @Override
  public Screen screen() {
    return ID;
  }

  @Override
  public String room() {
    return "train";
  }

  @Override
  public String icon() {
    return "fth-trending-down";
  }

  @Override
  public Class<?> controller() {
    return TrainController.class;
  }

  @Override
  public Map<Class<?>, Supplier<Object>> controllers(Saving saving) {
    return Map.of(
        GoingController.class, () -> new GoingController(goingBack, texts),
        TrainController.class,
            () -> new TrainController(session, goingBack, texts, options, shown));
  }

  @Override
  public boolean hasSettings() {
    return true;
  }

  private RunViewModel run() {
    return session.run();
  }

  @Override
  public Optional<Trace> trace() {
    return Optional.ofNullable(run().traceProperty().get());
  }

  private long updates() {
    return run().progressProperty().get().updates();
  }

  @Override
  public String whereabouts() {
    return texts.of("train.at", Numbers.grouped(updates()));
  }

  @Override
  public List<String> marks() {
    return List.of("update-" + updates());
  }
}
