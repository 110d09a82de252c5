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
 * @param course to which Space, Backspace and some digits belong while it is open
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

  /** The keys of answers to choose from. */
  private static final List<KeyCode> ANSWERS =
      List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4);

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
    return course.openProperty().get()
        ? ofCourse(pressed.getCode()).or(() -> ScreenPart.super.action(pressed))
        : ScreenPart.super.action(pressed);
  }

  private Optional<Runnable> ofCourse(KeyCode code) {
    if (code == KeyCode.SPACE) {
      return Optional.of(course::next);
    }
    if (code == KeyCode.BACK_SPACE) {
      return Optional.of(course::back);
    }
    int option = ANSWERS.indexOf(code);
    return option >= 0 && option < course.choices()
        ? Optional.of(() -> course.choose(option))
        : Optional.empty();
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
    return texts.of("step.at", word(), timestep());
  }

  @Override
  public List<String> marks() {
    return List.of("t" + timestep(), word());
  }
}
