package dev.backstep.ui.common;

import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;

/**
 * Draws only what is seen: a screen that is not shown costs nothing, and is drawn when it comes.
 */
public final class WhileShown {
  private WhileShown() {}

  /** Runs an action now, at every change while a screen is shown, and when it comes to be shown. */
  public static void run(
      ObservableValue<Screen> shown, Screen screen, Observable change, Runnable action) {
    Runnable ifShown =
        () -> {
          if (screen.equals(shown.getValue())) {
            action.run();
          }
        };
    change.addListener(observable -> ifShown.run());
    shown.addListener(observable -> ifShown.run());
    action.run();
  }
}
