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
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * One sequence, step by step.
 *
 * @param course to which Space, Backspace and some digits belong while it is open
 * @param overlays what can lie over the numbers of the run, the uppermost first
 * @param controllers of the screen
 */
public record StepScreen(
    Texts texts,
    StepViewModel step,
    StepKeys stepKeys,
    Guest guest,
    ChapterKeys course,
    List<Overlay> overlays,
    StepRoom controllers)
    implements ScreenPart {
  public static final Screen ID = new Screen("STEP");

  /** The keys of answers to choose from. */
  private static final List<KeyCode> ANSWERS =
      List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4);

  /** Something that lies over the numbers of the run until it is closed, with keys of its own. */
  public interface Overlay {
    List<KeyLine> keys();

    /** Closes it; whether it was open. */
    boolean close();

    /** The words that tell the numbers that are shown from those of the run; empty if they are. */
    String mark();
  }

  public StepScreen {
    overlays = List.copyOf(overlays);
  }

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
    return Stream.concat(
            stepKeys.lines().stream(), overlays.stream().flatMap(each -> each.keys().stream()))
        .toList();
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
  public boolean closePanel() {
    return overlays.stream().anyMatch(Overlay::close);
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
    String there = texts.of("step.at", sequenceText(), timestep());
    return overlayMarks().reduce(there, (place, mark) -> texts.of("step.at.marked", place, mark));
  }

  private Stream<String> overlayMarks() {
    return overlays.stream().map(Overlay::mark).filter(mark -> !mark.isEmpty());
  }

  @Override
  public List<String> marks() {
    return Stream.concat(Stream.of("t" + timestep(), sequenceText()), overlayMarks()).toList();
  }
}
