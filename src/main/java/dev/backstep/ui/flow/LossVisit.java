package dev.backstep.ui.flow;

import dev.backstep.net.Vector;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Timeline;
import dev.backstep.trace.Trace;
import dev.backstep.trace.flow.OneLoss;
import dev.backstep.ui.common.KeyLine;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.paint.Background;
import dev.backstep.ui.step.Guest;
import dev.backstep.ui.step.SequenceViewModel;
import dev.backstep.ui.step.StepScreen;
import dev.backstep.ui.step.StepSource;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.Objects;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;

/**
 * A square of the triangle on the Step screen, which is lent to it: the sequence with the loss of
 * that square alone, all arithmetic as it would be then. What was shown comes back when it leaves.
 */
public final class LossVisit implements Guest, StepScreen.Overlay {
  /** Multiplications that take no longer than a picture; what takes longer is done elsewhere. */
  private static final long AT_ONCE = 10_000_000;

  /**
   * A square, as it is asked for.
   *
   * @param trace the sequence with all its losses
   * @param isCopy whether that is of a copy and not of the run
   * @param square the loss, and the state that is looked at
   * @param state which of the states
   */
  record Visit(Trace trace, boolean isCopy, StatePair square, Vector state) {}

  /** What Step showed before. */
  private record Before(
      @Nullable Trace trace, @Nullable Timeline timeline, @Nullable Trace against) {}

  private final StepViewModel step;
  private final StepSource source;
  private final Texts texts;
  private final ObjectProperty<Screen> screen;
  private final ReadOnlyObjectWrapper<@Nullable Visit> visit = new ReadOnlyObjectWrapper<>();
  private final BooleanBinding present = visit.isNotNull();

  /** What comes back; null where the screen was lent by this visit and goes back to the run. */
  private @Nullable Before before;

  private long asked;

  /**
   * @param screen that is shown; the visit ends where it is not Step
   */
  public LossVisit(
      StepViewModel step,
      StepSource source,
      SequenceViewModel sequence,
      Texts texts,
      ObjectProperty<Screen> screen) {
    this.step = step;
    this.source = source;
    this.texts = texts;
    this.screen = screen;
    // Before the screen that comes asks for the numbers of Step.
    screen.addListener(observable -> leaveWithStep());
    sequence.chosenProperty().addListener(observable -> leave());
  }

  private void leaveWithStep() {
    if (!StepScreen.ID.equals(screen.get())) {
      leave();
    }
  }

  /** Goes to the square on Step, in the backward pass of its loss alone. */
  void enter(Visit wanted) {
    long ticket = ++asked;
    Trace trace = wanted.trace();
    int loss = wanted.square().later();
    if (trace.shape().parameters() * trace.length() <= AT_ONCE) {
      show(wanted, OneLoss.of(trace, loss));
    } else {
      Background.run(() -> OneLoss.of(trace, loss), one -> showIfAsked(ticket, wanted, one));
    }
  }

  private void showIfAsked(long ticket, Visit wanted, Trace one) {
    if (ticket == asked) {
      show(wanted, one);
    }
  }

  private void show(Visit wanted, Trace one) {
    leave();
    before =
        source.isLent()
            ? new Before(
                step.traceProperty().get(),
                step.timelineProperty().get(),
                step.againstProperty().get())
            : null;
    source.lend();
    visit.set(wanted);
    // First, so that Flow does not take the numbers for those that it is of.
    screen.set(StepScreen.ID);
    // One loss is not trained on.
    step.show(one, new Timeline(one.length(), false), null);
    int t = wanted.square().earlier();
    step.selection().goTo(new Entry.OfCell(one.net().gradientOf(wanted.state()), t, 0));
  }

  /** Goes back to Flow. */
  void backToFlow() {
    screen.set(FlowScreen.ID);
  }

  @Override
  public void showNext() {
    // There is one side of it.
  }

  @Override
  public void leave() {
    asked++;
    if (visit.get() == null) {
      return;
    }
    visit.set(null);
    Before left = before;
    before = null;
    if (source.isLent() && left == null) {
      source.takeBack();
    } else if (source.isLent() && left != null) {
      step.show(left.trace(), left.timeline(), left.against());
    }
  }

  @Override
  public boolean close() {
    boolean isOpen = present.get();
    leave();
    return isOpen;
  }

  @Override
  public List<KeyLine> keys() {
    return List.of();
  }

  @Override
  public String mark() {
    return present.get()
        ? texts.of("flow.visit.mark", Objects.requireNonNull(visit.get()).square().later())
        : "";
  }

  @Override
  public ObservableBooleanValue presentProperty() {
    return present;
  }

  /** The square that Step shows; null while it shows something else. */
  ReadOnlyObjectProperty<@Nullable Visit> visitProperty() {
    return visit.getReadOnlyProperty();
  }
}
