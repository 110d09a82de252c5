package dev.backstep.ui.mycode;

import dev.backstep.net.Notation;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Timeline;
import dev.backstep.trace.Trace;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.shell.MainViewModel;
import dev.backstep.ui.step.StepSource;
import dev.backstep.ui.step.StepViewModel;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The numbers of somebody's program on the Step screen, which is lent to them: the run and what was
 * looked at in it come back when they leave.
 */
public final class CodeVisit {
  /** What is shown of the program's sequence. */
  public enum Side {
    /** As it should be. */
    RIGHT,
    /** As the program computed it, by the fault that was named. */
    YOURS,
    /** By how much that differs. */
    DIFFERENCE
  }

  private final MainViewModel main;
  private final StepSource following;
  private final StepViewModel step;
  private final ReadOnlyObjectWrapper<Side> side = new ReadOnlyObjectWrapper<>();
  private CodeCheck check;
  private boolean hadFieldNames;

  public CodeVisit(MainViewModel main, StepSource following) {
    this.main = main;
    this.following = following;
    step = main.step();
    main.myCode().checkProperty().addListener(observable -> leave());
    main.sequence().chosenProperty().addListener(observable -> leave());
  }

  /** Steps into the file that is open on My code, where it is looked at or went wrong first. */
  public void enter() {
    leave();
    main.guide().leave();
    check = main.myCode().checkProperty().get();
    BooleanProperty fieldNames = main.options().fieldNamesProperty();
    hadFieldNames = fieldNames.get();
    following.lend();
    fieldNames.set(check.submission().dialect().notation() == Notation.FIELD);
    show(Side.RIGHT);
    main.screenProperty().set(Screen.STEP);
    Entry target = main.myCode().entry().flatMap(CodeTraces::cell).orElse(check.traces().first());
    if (target == null) {
      step.goTo(step.timelineProperty().get().backward(check.submission().length() - 1));
    } else {
      step.selection().goTo(target);
    }
  }

  /** Shows one side at the same place, the same number written out. */
  public void show(Side wanted) {
    if (check == null || (wanted != Side.RIGHT && !hasYours())) {
      return;
    }
    CodeTraces traces = check.traces();
    Trace shown = wanted == Side.RIGHT ? traces.right() : traces.yours();
    Trace against = wanted == Side.DIFFERENCE ? traces.right() : null;
    // What its optimiser makes of the gradients is not in the file.
    step.show(shown, new Timeline(shown.length(), false), against);
    side.set(wanted);
  }

  /** The next side, around at the end. */
  public void showNext() {
    if (side.get() != null) {
      show(Side.values()[(side.get().ordinal() + 1) % Side.values().length]);
    }
  }

  /** Gives the screen back to the run; nothing happens while it has it. */
  public void leave() {
    if (side.get() == null) {
      return;
    }
    BooleanProperty fieldNames = main.options().fieldNamesProperty();
    boolean isAsSet =
        fieldNames.get() == (check.submission().dialect().notation() == Notation.FIELD);
    check = null;
    side.set(null);
    following.takeBack();
    if (isAsSet) {
      fieldNames.set(hadFieldNames);
    }
  }

  /** Whether a fault was named, by which the wrong numbers can be stepped through too. */
  public boolean hasYours() {
    return check != null && check.traces().yours() != null;
  }

  /** What the screen is lent to; nothing while the run has it. */
  public Optional<CodeCheck> check() {
    return Optional.ofNullable(check);
  }

  /** Null while the screen shows the run. */
  public ReadOnlyObjectProperty<Side> sideProperty() {
    return side.getReadOnlyProperty();
  }
}
