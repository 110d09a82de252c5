package dev.backstep.ui.step;

import dev.backstep.trace.Entry;
import dev.backstep.ui.heatmap.Heatmap;
import dev.backstep.ui.heatmap.Square;
import java.util.function.Function;
import java.util.function.Supplier;
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
    onPress(
        heatmap,
        highlight,
        () -> {
          Square square = heatmap.hoveredProperty().get();
          return square == null ? null : entry.apply(square);
        });
  }

  /** Says which number a press on a node is on. */
  static void onPress(Node node, Highlight highlight, Supplier<@Nullable Entry> number) {
    node.addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (event.getClickCount() == 1) {
            highlight.press(number.get());
          }
        });
  }

  /**
   * Opens what is double clicked on in a screen: the number that the first click was on. What that
   * writes out may have moved another under the mouse.
   */
  static void openDoubleClicked(Node screen, Highlight highlight) {
    screen.addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (event.getClickCount() == 1) {
            highlight.press(null);
          }
        });
    screen.addEventFilter(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          boolean isDouble = event.getClickCount() == 2 && event.isStillSincePress();
          if (isDouble && event.getButton() == MouseButton.PRIMARY && highlight.openPressed()) {
            event.consume();
          }
        });
  }
}
