package dev.backstep.ui.tour;

import dev.backstep.trace.Trace;
import dev.backstep.words.Texts;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What is said of the chapter that is read: its text, its question, what of the picture it means.
 */
final class Page {
  private final Texts texts;
  private final Answering answering;
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<MeantParts> spot =
      new ReadOnlyObjectWrapper<>(MeantParts.ALL);
  private @Nullable Chapter asked;
  private @Nullable Trace askedOf;

  Page(Texts texts) {
    this.texts = texts;
    answering = new Answering(texts);
  }

  /** Says a text with the numbers that are on the screen. */
  void say(Chapter chapter, TourContext context) {
    text.set(chapter.text(texts, context));
  }

  /** Says nothing. */
  void clear() {
    text.set("");
  }

  /** Means what a chapter means. */
  void light(Chapter chapter, TourContext context) {
    spot.set(chapter.spot().apply(context));
  }

  /** Means all of the picture. */
  void lightAll() {
    spot.set(MeantParts.ALL);
  }

  /** Asks the question of a chapter, unless it is asked already of the same numbers. */
  void ask(Chapter chapter, TourContext context) {
    if (chapter != asked || context.trace() != askedOf) {
      asked = chapter;
      askedOf = context.trace();
      answering.ask(chapter.question().apply(context));
    }
  }

  void askNothing() {
    asked = null;
    askedOf = null;
    answering.ask(null);
  }

  Answering answering() {
    return answering;
  }

  ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<MeantParts> spotProperty() {
    return spot.getReadOnlyProperty();
  }
}
