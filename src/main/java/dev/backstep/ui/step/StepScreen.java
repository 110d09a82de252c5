package dev.backstep.ui.step;

import dev.backstep.trace.Trace;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.screen.ScreenPart;
import dev.backstep.words.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;

/** One sequence, step by step. */
public record StepScreen(
    Texts texts,
    StepViewModel step,
    SequenceViewModel sequence,
    GuessFirst covers,
    Guest guest,
    Course course)
    implements ScreenPart {
  @Override
  public Screen screen() {
    return Screen.STEP;
  }

  @Override
  public String id() {
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
  public Map<KeyCode, Runnable> keys() {
    Map<KeyCode, Runnable> keys = new EnumMap<>(KeyCode.class);
    keys.put(KeyCode.LEFT, step::previous);
    keys.put(KeyCode.RIGHT, step::next);
    keys.put(KeyCode.HOME, step::first);
    keys.put(KeyCode.END, step::last);
    keys.put(KeyCode.DOWN, () -> step.moveActive(1));
    keys.put(KeyCode.UP, () -> step.moveActive(-1));
    keys.put(KeyCode.PAGE_DOWN, sequence::chooseAfter);
    keys.put(KeyCode.PAGE_UP, sequence::chooseBefore);
    boolean isRead = course.openProperty().get();
    keys.put(KeyCode.SPACE, isRead ? course::next : step::togglePlay);
    keys.put(KeyCode.BACK_SPACE, isRead ? course::back : step.selection()::back);
    if (covers.coveredProperty().get()) {
      keys.put(KeyCode.ENTER, covers::reveal);
    }
    return keys;
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
