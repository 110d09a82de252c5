package dev.backstep.ui.shell;

import dev.backstep.ui.paint.StyleSheets;
import dev.backstep.ui.screen.ScreenPart;
import java.util.List;
import java.util.stream.Stream;

/** The style sheets of the window: where two of them say something, the later one has its way. */
final class WindowStyles {
  /** From what draws a single thing to the parts of screens. */
  private static final List<String> BELOW_SCREENS =
      List.of(
          "time", "heatmap", "network", "norms", "shares", "common", "run", "parts", "settings");

  /** The rooms of what lies on a screen, and around it. */
  private static final List<String> ABOVE_SCREENS =
      List.of(
          "inspector",
          "pointer",
          "batch",
          "labbatch",
          "sentence",
          "whatif",
          "pin",
          "tour",
          "reach",
          "shell");

  private WindowStyles() {}

  /** The addresses, in the order in which a scene takes them. */
  static List<String> of(List<ScreenPart> screens) {
    Stream<String> ofScreens = screens.stream().map(ScreenPart::room).filter(StyleSheets::isThere);
    return Stream.concat(
            Stream.of(StyleSheets.theme()),
            Stream.of(BELOW_SCREENS.stream(), ofScreens, ABOVE_SCREENS.stream())
                .flatMap(rooms -> rooms)
                .map(StyleSheets::of))
        .toList();
  }
}
