package dev.backstep.ui.step;

import javafx.beans.value.ObservableBooleanValue;

/** Chapters about the Step screen, to which Space and Backspace belong while they are read. */
public interface Course {
  ObservableBooleanValue openProperty();

  void next();

  void back();
}
