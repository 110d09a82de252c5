package dev.backstep.ui.sentence;

import dev.backstep.net.Notation;
import dev.backstep.net.Phase;
import dev.backstep.trace.Moment;
import dev.backstep.ui.step.GuessFirst;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.words.Texts;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The sentence of what happens where the cursor of Step stands. */
public final class SentenceViewModel {
  private final StepViewModel step;
  private final GuessFirst guessFirst;
  private final Texts texts;
  private final ReadOnlyObjectWrapper<MarkedSentence> sentence;

  public SentenceViewModel(StepViewModel step, GuessFirst guessFirst, Texts texts) {
    this.step = step;
    this.guessFirst = guessFirst;
    this.texts = texts;
    sentence = new ReadOnlyObjectWrapper<>(now());
    for (Observable each :
        new Observable[] {
          step.shownProperty(), step.notationProperty(), guessFirst.coveredProperty()
        }) {
      each.addListener(observable -> sentence.set(now()));
    }
  }

  private MarkedSentence now() {
    Notation notation = step.notationProperty().get();
    return new Sentences(texts, notation)
        .of(step.shownProperty().get(), guessFirst.coveredProperty().get());
  }

  /** The pass that it is about; null before there is any. */
  public @Nullable Phase phase() {
    Moment moment = step.momentProperty().get();
    return moment == null ? null : moment.phase();
  }

  /** The sentence; never null. */
  public ReadOnlyObjectProperty<MarkedSentence> sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }
}
