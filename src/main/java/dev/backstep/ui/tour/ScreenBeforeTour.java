package dev.backstep.ui.tour;

import dev.backstep.ui.common.Screen;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.ui.step.Guest;
import dev.backstep.ui.step.StepScreen;
import dev.backstep.ui.step.StepSource;
import javafx.beans.property.ObjectProperty;

/** The Step screen while it is lent to the tour, and how everything was before. */
final class ScreenBeforeTour {
  private final StepSource source;
  private final Guest guest;
  private final ViewOptions options;
  private final ObjectProperty<Screen> screen;
  private Screen before = StepScreen.ID;
  private boolean valuesWereHidden;

  /**
   * A screen to borrow.
   *
   * @param guest leaves the Step screen when the tour begins
   */
  ScreenBeforeTour(
      StepSource source, Guest guest, ViewOptions options, ObjectProperty<Screen> screen) {
    this.source = source;
    this.guest = guest;
    this.options = options;
    this.screen = screen;
  }

  /** Borrows it, with all numbers to be seen. */
  void borrow() {
    before = screen.get();
    valuesWereHidden = options.valuesHiddenProperty().get();
    guest.leave();
    source.lend();
    options.valuesHiddenProperty().set(false);
    screen.set(StepScreen.ID);
  }

  /** Takes back what was changed meanwhile on a copy of the numbers that are shown. */
  void reclaim() {
    guest.leave();
  }

  /**
   * Gives it back.
   *
   * @param withScreen whether the screen that was there before comes back too
   */
  void giveBack(boolean withScreen) {
    reclaim();
    source.takeBack();
    options.valuesHiddenProperty().set(valuesWereHidden);
    if (withScreen && screen.get().equals(StepScreen.ID)) {
      screen.set(before);
    }
  }

  /** The screen that was there before. */
  Screen before() {
    return before;
  }

  /** The screen that is there now. */
  Screen now() {
    return screen.get();
  }
}
