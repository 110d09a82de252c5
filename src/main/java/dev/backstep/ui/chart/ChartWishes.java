package dev.backstep.ui.chart;

import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Asks to go to the update that is pressed or dragged to, or where Enter is pressed. */
final class ChartWishes {
  private static final int NONE = -1;

  private final ChartTravel travel;
  private final Supplier<ChartPicture> picture;
  private final IntSupplier pointed;
  private int wish = NONE;
  private boolean isDragged;

  /**
   * @param pointed the update where the keys are
   */
  ChartWishes(
      LossChart chart, ChartTravel travel, Supplier<ChartPicture> picture, IntSupplier pointed) {
    this.travel = travel;
    this.picture = picture;
    this.pointed = pointed;
    chart.addEventHandler(MouseEvent.MOUSE_PRESSED, this::onPress);
    chart.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::onDrag);
    chart.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> isDragged = false);
    chart.addEventHandler(
        MouseEvent.MOUSE_MOVED,
        event -> chart.setCursor(isOnPlot(event) ? Cursor.CROSSHAIR : null));
    chart.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
  }

  boolean uses(KeyEvent event) {
    return travel.isPossible()
        && event.getCode() == KeyCode.ENTER
        && !event.isControlDown()
        && !event.isAltDown()
        && !event.isShiftDown()
        && !event.isMetaDown();
  }

  private void onPress(MouseEvent event) {
    isDragged = event.getButton() == MouseButton.PRIMARY && isOnPlot(event);
    wish = NONE;
    onDrag(event);
  }

  /** Once dragging has begun it may leave the plot: beyond its ends are its ends. */
  private void onDrag(MouseEvent event) {
    if (isDragged && picture.get() != null) {
      ask(picture.get().updateAt(event.getX(), event.getY()));
    }
  }

  private void ask(int update) {
    if (update != wish) {
      wish = update;
      travel.ask(update);
    }
  }

  private boolean isOnPlot(MouseEvent event) {
    return travel.isPossible()
        && picture.get() != null
        && picture.get().area().contains(event.getX(), event.getY());
  }

  private void onKey(KeyEvent event) {
    if (uses(event)) {
      event.consume();
      if (picture.get() != null) {
        travel.ask(pointed.getAsInt());
      }
    }
  }
}
