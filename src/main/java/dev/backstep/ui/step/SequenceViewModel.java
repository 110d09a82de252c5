package dev.backstep.ui.step;

import dev.backstep.text.Corpus;
import dev.backstep.text.Sequence;
import dev.backstep.ui.run.SessionViewModel;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;

/**
 * The sequence that is looked at: the one that training sees next, one of the data, or one that was
 * typed.
 */
public final class SequenceViewModel {
  private final SessionViewModel session;
  private final ReadOnlyObjectWrapper<Sequence> chosen = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<Sequence>> sequences =
      new ReadOnlyObjectWrapper<>(List.of());
  private final IntegerProperty index = new SimpleIntegerProperty(-1);
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
  private @Nullable Corpus corpus;
  private Runnable typingFocus = () -> {};

  public SequenceViewModel(SessionViewModel session) {
    this.session = session;
    session.dataProperty().addListener((property, before, now) -> begin(now.corpus()));
  }

  /** A new run on the same corpus keeps the choice; another corpus has other sequences. */
  private void begin(Corpus opened) {
    if (opened == corpus) {
      session.choose(chosen.get());
      return;
    }
    corpus = opened;
    sequences.set(opened.sequences());
    chooseNext();
  }

  /** The one that training sees next. */
  public void chooseNext() {
    index.set(-1);
    choose(null);
  }

  /** A sequence of the data by its number, counted from 0 and around at the ends. */
  public void choose(int number) {
    if (corpus != null) {
      index.set(Math.floorMod(number, sequences.get().size()));
      choose(corpus.sequences().get(index.get()));
    }
  }

  /** The next sequence of the data; the first if none of it is chosen. */
  public void chooseAfter() {
    choose(index.get() + 1);
  }

  /** The sequence of the data before; the last if none of it is chosen. */
  public void chooseBefore() {
    choose(Math.max(0, index.get()) - 1);
  }

  /** A word of the user's own; refused in a sentence if the net does not know its characters. */
  public void type(String word) {
    if (corpus == null) {
      return;
    }
    try {
      Sequence typed = corpus.vocabulary().encode(word);
      index.set(-1);
      choose(typed);
    } catch (IllegalArgumentException e) {
      error.set(e.getMessage());
    }
  }

  /** Says what puts the cursor of the keyboard into the field for a word. */
  public void setTypingFocus(Runnable action) {
    typingFocus = action;
  }

  /** Puts the cursor of the keyboard into the field for a word. */
  public void askForSequence() {
    typingFocus.run();
  }

  private void choose(@Nullable Sequence sequence) {
    error.set("");
    chosen.set(sequence);
    session.choose(sequence);
  }

  /** Null for the one that training sees next. */
  public ReadOnlyObjectProperty<Sequence> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** The sequences of the data. */
  public ReadOnlyObjectProperty<List<Sequence>> sequencesProperty() {
    return sequences.getReadOnlyProperty();
  }

  /** The number of the chosen sequence in the data, or −1. */
  public IntegerProperty indexProperty() {
    return index;
  }

  /** Why a typed word was refused; empty if none was. */
  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }
}
