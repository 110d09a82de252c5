package dev.backstep.ui.tour;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** Which text of the tour is read, and whether its move was made. */
final class Reading {
  private static final Chapter[] CHAPTERS = Chapter.values();

  private final ReadOnlyIntegerWrapper place = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper moved = new ReadOnlyBooleanWrapper();

  /** Goes to a text, or to the nearest that there is. */
  void goTo(int number) {
    place.set(Math.max(0, Math.min(CHAPTERS.length - 1, number)));
    moved.set(false);
  }

  void move() {
    moved.set(true);
  }

  Chapter current() {
    return CHAPTERS[place.get()];
  }

  /**
   * The chapter whose move is to be seen; empty before the first one. After the chapter about gates
   * it is the one before that, which is about the net of the run.
   */
  Optional<Chapter> led() {
    int led = moved.get() ? place.get() : place.get() - 1;
    while (led >= 0 && CHAPTERS[led].isOfGates() && !current().isOfGates()) {
      led--;
    }
    return led < 0 ? Optional.empty() : Optional.of(CHAPTERS[led]);
  }

  int place() {
    return place.get();
  }

  boolean isMoved() {
    return moved.get();
  }

  ReadOnlyIntegerProperty placeProperty() {
    return place.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty movedProperty() {
    return moved.getReadOnlyProperty();
  }
}
