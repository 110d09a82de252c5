package dev.backstep.ui.pointer;

import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import dev.backstep.trace.arithmetic.BriefArithmetic;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.step.GuessFirst;
import dev.backstep.ui.step.StepScreen;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.words.Texts;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The number of Step that is pointed at, with the mouse or the keys, and how it was computed. */
public final class PointerViewModel {
  private final StepViewModel step;
  private final GuessFirst guessFirst;
  private final ObservableValue<Screen> screen;
  private final Texts texts;
  private final ReadOnlyObjectWrapper<Pointed> pointed =
      new ReadOnlyObjectWrapper<>(Pointed.NOTHING);

  public PointerViewModel(
      StepViewModel step, GuessFirst guessFirst, ObservableValue<Screen> screen, Texts texts) {
    this.step = step;
    this.guessFirst = guessFirst;
    this.screen = screen;
    this.texts = texts;
    for (Observable each :
        new Observable[] {
          // The words come after the number that they are of.
          step.highlight().readOutProperty(),
          step.notationProperty(),
          step.shownProperty(),
          guessFirst.coveredProperty(),
          screen
        }) {
      each.addListener(observable -> pointed.set(now()));
    }
  }

  private Pointed now() {
    String words = step.highlight().readOutProperty().get();
    Entry entry = step.highlight().entryProperty().get();
    Trace trace = step.traceProperty().get();
    if (words.isEmpty() || !StepScreen.ID.equals(screen.getValue())) {
      return Pointed.NOTHING;
    }
    boolean isKnown =
        entry != null
            && trace != null
            && step.againstProperty().get() == null
            && !guessFirst.isCovered(entry);
    String arithmetic =
        isKnown ? new BriefArithmetic(trace, step.notationProperty().get()).of(entry) : "";
    boolean canBeAnother = isKnown && arithmetic.isEmpty() && isGiven(entry);
    return new Pointed(words, canBeAnother ? texts.of("pointer.what-if") : arithmetic);
  }

  private static boolean isGiven(@Nullable Entry entry) {
    return entry instanceof Entry.OfWeights || entry instanceof Entry.OfInput;
  }

  /** Never null. */
  public ReadOnlyObjectProperty<Pointed> pointedProperty() {
    return pointed.getReadOnlyProperty();
  }
}
