package dev.backstep.ui.step;

import dev.backstep.trace.Trace;
import dev.backstep.ui.common.KeyLine;
import dev.backstep.ui.common.Saving;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.screen.ScreenPart;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * One sequence, step by step.
 *
 * @param course to which Space and Backspace belong while it is open
 * @param controllers of the screen
 */
public record StepScreen(
    Texts texts,
    StepViewModel step,
    StepKeys stepKeys,
    Guest guest,
    Course course,
    StepRoom controllers)
    implements ScreenPart {
  public static final Screen ID = new Screen("STEP");

  @Override
  public Screen screen() {
    return ID;
  }

  @Override
  public String room() {
    return "step";
  }

  @Override
  public String icon() {
    return "fth-git-commit";
  }

  @Override
  public Class<?> controller() {
    return StepController.class;
  }

  @Override
  public Map<Class<?>, Supplier<Object>> controllers(Saving saving) {
    return controllers.controllers();
  }

  @Override
  public List<KeyLine> keys() {
    return stepKeys.lines();
  }

  @Override
  public Optional<Runnable> action(KeyEvent pressed) {
    if (course.openProperty().get() && pressed.getCode() == KeyCode.SPACE) {
      return Optional.of(course::next);
    }
    if (course.openProperty().get() && pressed.getCode() == KeyCode.BACK_SPACE) {
      return Optional.of(course::back);
    }
    return ScreenPart.super.action(pressed);
  }

  @Override
  public void leave() {
    guest.leave();
  }

  @Override
  public boolean hasCell() {
    return true;
  }

  @Override
  public Optional<Trace> trace() {
    return Optional.ofNullable(step.traceProperty().get());
  }

  private int timestep() {
    return step.momentProperty().get().timestep();
  }

  @Override
  public String whereabouts() {
    return texts.of("step.at", sequenceText(), timestep());
  }

  @Override
  public List<String> marks() {
    return List.of("t" + timestep(), sequenceText());
  }
}
