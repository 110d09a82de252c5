package dev.backstep.ui.pin;

import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import dev.backstep.trace.pin.Composition;
import dev.backstep.ui.step.GuessFirst;
import dev.backstep.ui.step.StepViewModel;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The number that is pinned: all that it was made of stays lit while the cursor moves. On other
 * numbers of the same net and length it stays pinned, with their parts.
 */
public final class PinViewModel {
  private final StepViewModel step;
  private final GuessFirst guessFirst;

  public PinViewModel(StepViewModel step, GuessFirst guessFirst) {
    this.step = step;
    this.guessFirst = guessFirst;
    step.traceProperty().addListener((property, before, now) -> follow(before, now));
  }

  private void follow(@Nullable Trace before, @Nullable Trace now) {
    Composition made = pinnedProperty().get();
    if (made != null) {
      step.highlight()
          .pin(now != null && areAlike(before, now) ? Composition.of(now, made.entry()) : null);
    }
  }

  private static boolean areAlike(@Nullable Trace before, Trace now) {
    return before != null && now.shape().equals(before.shape()) && now.length() == before.length();
  }

  /** Whether a number is made of others that are there to be seen. */
  public boolean canPin(@Nullable Entry number) {
    return number != null
        && step.traceProperty().get() != null
        && Composition.isKnown(step.net(), number)
        && !guessFirst.isCovered(number);
  }

  /** Pins a number in the place of another, or unpins it. */
  public void pin(Entry number) {
    Composition made = pinnedProperty().get();
    if (made != null && made.entry().equals(number)) {
      close();
    } else if (canPin(number)) {
      step.highlight().pin(Composition.of(step.traceProperty().get(), number));
    }
  }

  /** Pins the number that is pointed at, or else the selected one; unpins where there is none. */
  void toggle() {
    Entry pointed = step.highlight().entryProperty().get();
    Entry selected = step.selection().entryProperty().get();
    if (canPin(pointed)) {
      pin(pointed);
    } else if (canPin(selected)) {
      pin(selected);
    } else {
      close();
    }
  }

  /** Goes to where it is computed. */
  void goThere() {
    Composition made = pinnedProperty().get();
    if (made != null) {
      step.selection().goTo(made.entry());
    }
  }

  /** Unpins; whether there was anything pinned. */
  public boolean close() {
    boolean wasPinned = pinnedProperty().get() != null;
    step.highlight().pin(null);
    return wasPinned;
  }

  /** Null while nothing is pinned. */
  public ReadOnlyObjectProperty<@Nullable Composition> pinnedProperty() {
    return step.highlight().pinnedProperty();
  }
}
