package dev.backstep.ui.whatif;

import dev.backstep.math.Numbers;
import dev.backstep.math.TypedNumber;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Timeline;
import dev.backstep.trace.Trace;
import dev.backstep.trace.whatif.Places;
import dev.backstep.trace.whatif.WhatIf;
import dev.backstep.training.session.TrainingState;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.common.TypedSetting;
import dev.backstep.ui.paint.Background;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.step.SequenceViewModel;
import dev.backstep.ui.step.StepScreen;
import dev.backstep.ui.step.StepSource;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.words.Texts;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;

/**
 * Changes on a copy of the net whose numbers Step shows: while there are any, all numbers of the
 * screen are those of the copy. What was shown comes back with {@link #leave}.
 */
public final class WhatIfViewModel {
  /** By so much the buttons and keys change a number. */
  public static final double NUDGE = 0.001;

  /** Multiplications that take no longer than a picture; what takes longer is done elsewhere. */
  private static final long AT_ONCE = 10_000_000;

  private static final double SAME_NUDGE = 1e-9;

  private final Texts texts;
  private final StepViewModel step;
  private final StepSource source;
  private final ReadOnlyObjectWrapper<WhatIfOutcome> outcome = new ReadOnlyObjectWrapper<>();
  private final BooleanBinding open = outcome.isNotNull();
  private final BooleanProperty difference = new SimpleBooleanProperty();
  private final TypedSetting value = new TypedSetting("", this::number);

  /** What is asked for last, of which the outcome may not be computed yet. */
  private @Nullable WhatIf wanted;

  private @Nullable Timeline timeline;
  private @Nullable Trace against;
  private boolean isLender;
  private boolean isShowing;
  private long asked;

  /**
   * Changes of the numbers that Step shows.
   *
   * @param sequence of which another is chosen for the run and not for the copy
   * @param screen that is shown; the copy is left with Step
   */
  public WhatIfViewModel(
      Texts texts,
      SessionViewModel session,
      StepViewModel step,
      StepSource source,
      SequenceViewModel sequence,
      ObjectProperty<Screen> screen) {
    this.texts = texts;
    this.step = step;
    this.source = source;
    step.traceProperty().addListener((property, before, now) -> onTrace(now));
    sequence.chosenProperty().addListener(observable -> leave());
    screen.addListener((property, before, now) -> leaveUnless(StepScreen.ID.equals(now)));
    session
        .stateProperty()
        .addListener((property, before, now) -> leaveUnless(now != TrainingState.RUNNING));
    difference.addListener(observable -> show());
  }

  private void leaveUnless(boolean condition) {
    if (!condition) {
      leave();
    }
  }

  /** Others show their numbers: there is nothing left to come back to. */
  private void onTrace(@Nullable Trace now) {
    if (wanted != null && !isShowing && now != shown(wanted)) {
      forget();
    }
  }

  private Trace shown(WhatIf latest) {
    return isOpen() ? outcome.get().copy().edited() : latest.original();
  }

  private void forget() {
    asked++;
    wanted = null;
    outcome.set(null);
    difference.set(false);
  }

  /** Whether a number can be another on a copy. */
  public boolean canEdit(@Nullable Entry number) {
    return number != null
        && step.traceProperty().get() != null
        && Places.of(step.net(), number).isPresent();
  }

  /**
   * Opens the editor at a number: a weight, a state before the first cell, or the weight that a
   * gradient is of. An input is taken away at once, or comes back.
   */
  public void edit(Entry number) {
    if (!canEdit(number)) {
      return;
    }
    Entry place = Places.of(step.net(), number).orElseThrow();
    WhatIf copy = begun();
    if (place instanceof Entry.OfInput) {
      Entry input = copy.inputOf(place.timestep());
      boolean isAway = copy.isChanged(input);
      compute(from -> isAway ? from.without(input) : from.withoutInput(input.timestep()), input);
    } else {
      compute(from -> from, place);
    }
  }

  /** What there is, or the numbers on the screen with nothing changed. */
  private WhatIf begun() {
    if (wanted == null) {
      timeline = step.timelineProperty().get();
      against = step.againstProperty().get();
      isLender = !source.isLent();
      source.lend();
      wanted = WhatIf.of(step.traceProperty().get());
    }
    return wanted;
  }

  /** Makes the number another. */
  private void set(double number) {
    if (isOpen()) {
      Entry place = outcome.get().place();
      compute(from -> from.with(place, number), place);
    }
  }

  /** Takes what is typed; whether it is a number. */
  public boolean take() {
    if (isOpen() && value.isEdited() && value.look()) {
      set(number(value.textProperty().get()));
    }
    return value.refusalProperty().get().isEmpty();
  }

  private double number(String typed) {
    try {
      return TypedNumber.decimal(typed);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(texts.of("whatif.refused", typed), e);
    }
  }

  /**
   * Adds a nudge, so that as many back come to the number that was there.
   *
   * @param times how many, below 0 to take off
   */
  public void nudge(int times) {
    if (!isOpen() || outcome.get().slope() == null) {
      return;
    }
    Entry place = outcome.get().place();
    WhatIf copy = Objects.requireNonNull(wanted);
    double before = copy.before(place);
    double done = Math.rint((copy.now(place) - before) / NUDGE);
    boolean isOfNudges = Math.abs(copy.now(place) - (before + done * NUDGE)) < SAME_NUDGE;
    set(isOfNudges ? before + (done + times) * NUDGE : copy.now(place) + times * NUDGE);
  }

  /** Takes one change back. */
  public void takeBack(Entry place) {
    if (isOpen()) {
      compute(from -> from.without(place), outcome.get().place());
    }
  }

  /** The copy with its changes takes a few passes of the net; of a large one not on this thread. */
  private void compute(UnaryOperator<WhatIf> change, Entry place) {
    WhatIf next = change.apply(begun());
    wanted = next;
    long cost = next.original().shape().parameters() * next.original().length();
    long ticket = ++asked;
    if (cost <= AT_ONCE) {
      become(WhatIfOutcome.of(next, place, NUDGE));
    } else {
      Background.run(
          () -> WhatIfOutcome.of(next, place, NUDGE), computed -> becomeIfAsked(ticket, computed));
    }
  }

  private void becomeIfAsked(long ticket, WhatIfOutcome computed) {
    if (ticket == asked) {
      become(computed);
    }
  }

  private void become(WhatIfOutcome computed) {
    value.show(Numbers.plain(computed.copy().now(computed.place())));
    outcome.set(computed);
    show();
  }

  private void show() {
    if (!isOpen()) {
      return;
    }
    WhatIf copy = outcome.get().copy();
    Trace other = difference.get() && !copy.isEmpty() ? copy.original() : against;
    boolean isShown =
        step.traceProperty().get() == copy.edited() && step.againstProperty().get() == other;
    if (!isShown) {
      isShowing = true;
      step.show(copy.edited(), timeline, other);
      isShowing = false;
    }
  }

  /** Shows what was shown before; whether there was a copy to leave. */
  public boolean leave() {
    if (wanted == null) {
      return false;
    }
    Trace original = wanted.original();
    forget();
    if (isLender) {
      source.takeBack();
    } else {
      step.show(original, timeline, against);
    }
    return true;
  }

  private boolean isOpen() {
    return outcome.get() != null;
  }

  /** Whether the numbers that are shown are those of a copy with changes. */
  boolean isOfCopy() {
    return isOpen() && !outcome.get().copy().isEmpty();
  }

  /** Whether the editor is open. */
  public ObservableBooleanValue openProperty() {
    return open;
  }

  /** The copy, the number that is edited and what comes of it; null while there is no editor. */
  ReadOnlyObjectProperty<WhatIfOutcome> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  /** The number that is typed. */
  TypedSetting value() {
    return value;
  }

  /** Whether the heatmaps show by how much the numbers of the copy differ. */
  BooleanProperty differenceProperty() {
    return difference;
  }
}
