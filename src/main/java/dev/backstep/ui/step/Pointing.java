package dev.backstep.ui.step;

import dev.backstep.trace.Entry;
import dev.backstep.ui.heatmap.Heatmap;
import dev.backstep.ui.heatmap.Square;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Lights and reads out what is pointed at in a heatmap, with the mouse or the keys. */
public final class Pointing {
  private Pointing() {}

  /**
   * Lights what a square of a heatmap has to do with while it is pointed at.
   *
   * @param entry the number that a square is; null if it is none that can be told apart
   */
  public static void at(
      Heatmap heatmap, Highlight highlight, Function<Square, @Nullable Entry> entry) {
    heatmap
        .wordsProperty()
        .addListener(
            (property, before, words) -> {
              Square square = heatmap.hoveredProperty().get();
              highlight.point(square == null ? null : entry.apply(square), words);
            });
    onDoubleClick(
        heatmap,
        () -> {
          Square square = heatmap.hoveredProperty().get();
          highlight.open(square == null ? null : entry.apply(square));
        });
  }

  /** Does something on a double click, after what each click does. */
  static void onDoubleClick(Node node, Runnable action) {
    node.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            action.run();
          }
        });
  }
}
