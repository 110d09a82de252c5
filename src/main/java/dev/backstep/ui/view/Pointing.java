package dev.backstep.ui.view;

import dev.backstep.trace.Entry;
import dev.backstep.ui.control.Heatmap;
import dev.backstep.ui.control.Square;
import dev.backstep.ui.viewmodel.Highlight;
import java.util.function.Function;

/** Lights and reads out what is pointed at in a heatmap, with the mouse or the keys. */
final class Pointing {
  private Pointing() {}

  /**
   * @param entry the number that a square is; null if it is none that can be told apart
   */
  static void at(Heatmap heatmap, Highlight highlight, Function<Square, Entry> entry) {
    heatmap
        .wordsProperty()
        .addListener(
            (property, before, words) -> {
              Square square = heatmap.hoveredProperty().get();
              highlight.point(square == null ? null : entry.apply(square), words);
            });
  }
}
