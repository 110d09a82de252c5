package dev.backstep.ui.step;

import javafx.beans.value.ObservableBooleanValue;

/** Numbers of another program, to which the Step screen is lent. */
public interface Guest {
  /** Shows the next side of them: the right ones, those of the program, the difference. */
  void showNext();

  /** Gives the screen back to the run; nothing happens while it has it. */
  void leave();

  /** Whether the screen is lent to it. */
  ObservableBooleanValue presentProperty();
}
