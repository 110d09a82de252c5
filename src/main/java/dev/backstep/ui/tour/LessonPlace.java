package dev.backstep.ui.tour;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which chapter of a lesson is read, at which level, and whether its move was made. */
final class LessonPlace {
  private final Lesson lesson;
  private final ReadOnlyIntegerWrapper place = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper moved = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Level> level = new ReadOnlyObjectWrapper<>(Level.FIVE);

  LessonPlace(Lesson lesson) {
    this.lesson = lesson;
  }

  /** Goes to a chapter, or to the nearest before it that the level has. */
  void goTo(int chapter) {
    moved.set(false);
    place.set(lesson.nearest(level.get(), chapter));
  }

  void goOn() {
    goTo(lesson.after(level.get(), place.get()));
  }

  void goBack() {
    goTo(lesson.before(level.get(), place.get()));
  }

  /** Reads at another level, from the chapter on that is read now, or the nearest before it. */
  void setLevel(Level other) {
    level.set(other);
    if (lesson.nearest(other, place.get()) != place.get()) {
      goTo(place.get());
    }
  }

  void move() {
    moved.set(true);
  }

  Chapter current() {
    return lesson.get(place.get());
  }

  /**
   * The chapter whose move is to be seen; empty before the first one. After the chapters about
   * gates it is the one before those, which is about the net of the run.
   */
  Optional<Chapter> led() {
    if (moved.get()) {
      return Optional.of(current());
    }
    int led = place.get();
    int before = lesson.before(level.get(), led);
    while (before != led) {
      if (!lesson.get(before).isOfGates() || current().isOfGates()) {
        return Optional.of(lesson.get(before));
      }
      led = before;
      before = lesson.before(level.get(), led);
    }
    return Optional.empty();
  }

  /** The number of the chapter among those of the level, from 0. */
  int number() {
    return lesson.number(level.get(), place.get());
  }

  /** The number of chapters of the level. */
  int size() {
    return lesson.size(level.get());
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

  ReadOnlyObjectProperty<Level> levelProperty() {
    return level.getReadOnlyProperty();
  }
}
