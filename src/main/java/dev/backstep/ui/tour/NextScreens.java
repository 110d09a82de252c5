package dev.backstep.ui.tour;

import dev.backstep.ui.common.Screen;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;

/**
 * The screens to which the last chapter leads, where the window has them.
 *
 * @param shown which screen is shown
 * @param screens all of the window
 */
record NextScreens(ObjectProperty<Screen> shown, Supplier<List<Screen>> screens) {
  private static final List<String> NAMES = List.of("FLOW", "BUG_LAB", "MY_CODE");

  /** Those that are there. */
  List<Screen> there() {
    return NAMES.stream()
        .flatMap(name -> screens.get().stream().filter(each -> each.name().equals(name)))
        .toList();
  }

  void goTo(Screen screen) {
    shown.set(screen);
  }
}
