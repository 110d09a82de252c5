package dev.backstep.ui.step;

import javafx.beans.value.ObservableBooleanValue;

/**
 * Chapters about the Step screen, to which Space, Backspace and the digits of the answers to choose
 * belong while they are read.
 */
public interface ChapterKeys {
  ObservableBooleanValue openProperty();

  void next();

  void back();

  /** How many answers there are to choose from. */
  int choices();

  /** Chooses one, from 0. */
  void choose(int option);
}
