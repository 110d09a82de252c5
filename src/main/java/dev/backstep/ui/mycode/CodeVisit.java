package dev.backstep.ui.mycode;

import dev.backstep.net.Notation;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Timeline;
import dev.backstep.trace.Trace;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.ui.step.Guest;
import dev.backstep.ui.step.SequenceViewModel;
import dev.backstep.ui.step.StepScreen;
import dev.backstep.ui.step.StepSource;
import dev.backstep.ui.step.StepViewModel;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of the user's program on the Step screen, which is lent to them: the run and what was
 * looked at in it come back when they leave.
 */
public final class CodeVisit implements Guest {
  /** What is shown of the program's sequence. */
  public enum Side {
    /** As it should be. */
    RIGHT,
    /** As the program computed it, by the fault that was named. */
    YOURS,
    /** By how much that differs. */
    DIFFERENCE
  }

  private final MyCodeViewModel code;
  private final StepSource source;
  private final StepViewModel step;
  private final ViewOptions options;
  private final ObjectProperty<Screen> screen;
  private final Runnable makeRoom;
  private final ReadOnlyObjectWrapper<Side> side = new ReadOnlyObjectWrapper<>();
  private final BooleanBinding present = side.isNotNull();
  private @Nullable CodeCheck check;
  private int sequence;
  private boolean hadFieldNames;

  /**
   * The visit of the program that is open on My code.
   *
   * @param makeRoom asks whoever else the screen may be lent to for it
   */
  public CodeVisit(
      MyCodeViewModel code,
      StepSource source,
      StepViewModel step,
      SequenceViewModel sequence,
      ViewOptions options,
      ObjectProperty<Screen> screen,
      Runnable makeRoom) {
    this.code = code;
    this.source = source;
    this.step = step;
    this.options = options;
    this.screen = screen;
    this.makeRoom = makeRoom;
    code.checkProperty().addListener(observable -> leave());
    sequence.chosenProperty().addListener(observable -> leave());
  }

  /**
   * Steps into the file that is open on My code, where it is looked at or went wrong first: into
   * the sequence that this is of. Nothing is done where Step has no picture of it.
   */
  public void enter() {
    CodeCheck wanted = code.checkProperty().get();
    if (wanted == null || !wanted.columns().canBeSteppedThrough()) {
      return;
    }
    leave();
    makeRoom.run();
    check = wanted;
    sequence =
        code.placeProperty().get() instanceof CodePlace.OfCell cell
            ? check.columns().sequence(cell.timestep())
            : check.traces().sequence();
    BooleanProperty fieldNames = options.fieldNamesProperty();
    hadFieldNames = fieldNames.get();
    source.lend();
    fieldNames.set(check.submission().naming().notation() == Notation.FIELD);
    show(Side.RIGHT);
    screen.set(StepScreen.ID);
    Entry first = sequence == check.traces().sequence() ? check.traces().first() : null;
    Entry target = code.entry().flatMap(CodeTraces::cell).orElse(first);
    if (target == null) {
      int last = check.traces().right(sequence).length() - 1;
      step.goTo(step.timelineProperty().get().backward(last));
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
    Trace shown =
        wanted == Side.RIGHT
            ? traces.right(sequence)
            : Objects.requireNonNull(traces.yours(sequence));
    Trace against = wanted == Side.DIFFERENCE ? traces.right(sequence) : null;
    // What its optimiser makes of the gradients is not in the file.
    step.show(shown, new Timeline(shown.length(), false), against);
    side.set(wanted);
  }

  /** The next side, around at the end. */
  @Override
  public void showNext() {
    if (side.get() != null) {
      show(Side.values()[(side.get().ordinal() + 1) % Side.values().length]);
    }
  }

  @Override
  public void leave() {
    if (check == null || side.get() == null) {
      return;
    }
    BooleanProperty fieldNames = options.fieldNamesProperty();
    boolean isAsSet =
        fieldNames.get() == (check.submission().naming().notation() == Notation.FIELD);
    check = null;
    side.set(null);
    source.takeBack();
    if (isAsSet) {
      fieldNames.set(hadFieldNames);
    }
  }

  /** Whether a fault was named, by which the wrong numbers can be stepped through too. */
  public boolean hasYours() {
    return check != null && check.traces().yours(sequence) != null;
  }

  /** The sequence that is stepped through. */
  public int sequence() {
    return sequence;
  }

  /** What the screen is lent to; nothing while the run has it. */
  public Optional<CodeCheck> check() {
    return Optional.ofNullable(check);
  }

  @Override
  public ObservableBooleanValue presentProperty() {
    return present;
  }

  /** Null while the screen shows the run. */
  public ReadOnlyObjectProperty<Side> sideProperty() {
    return side.getReadOnlyProperty();
  }
}
