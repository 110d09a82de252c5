package dev.backstep.ui.shell;

import dev.backstep.ui.paint.StyleSheets;
import java.util.List;
import java.util.stream.Stream;

/** The style sheets of the window: where two of them say something, the later one has its way. */
final class WindowStyles {
  /** From what draws a single thing to the window. */
  private static final List<String> ROOMS =
      List.of(
          "time",
          "heatmap",
          "network",
          "common",
          "run",
          "parts",
          "settings",
          "compare",
          "lab",
          "step",
          "inspector",
          "mycode",
          "tour",
          "train",
          "shell");

  private WindowStyles() {}

  /** The addresses, in the order in which a scene takes them. */
  static List<String> all() {
    return Stream.concat(Stream.of(StyleSheets.theme()), ROOMS.stream().map(StyleSheets::of))
        .toList();
  }
}
