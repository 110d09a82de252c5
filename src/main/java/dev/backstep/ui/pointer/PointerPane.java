package dev.backstep.ui.pointer;

import dev.backstep.ui.heatmap.Heatmap;
import dev.backstep.ui.heatmap.HeatmapEvent;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Lies over the screens; on it the value floats beside the mouse, or beside the square that the
 * keys point at. No click meets it.
 */
public final class PointerPane extends Pane {
  private static final double GAP = 14;

  private final PointerViewModel model;
  private final ObservableBooleanValue lens;
  private final Label words = new Label();
  private final Label arithmetic = new Label();
  private final VBox note = new VBox(words, arithmetic);

  /** What is pointed at, in the scene; null before anything is. */
  private @Nullable Bounds place;

  private boolean isByMouse;

  /**
   * Lies over everything in a pane.
   *
   * @param lens whether the lens is shown, which mostly lies below what is pointed at
   */
  public PointerPane(Pane screens, PointerViewModel model, BooleanProperty lens) {
    this.model = model;
    this.lens = lens;
    setMouseTransparent(true);
    note.setId("pointerNote");
    note.getStyleClass().add("pointer-note");
    words.setId("readOut");
    words.getStyleClass().add("mono");
    arithmetic.setId("readOutArithmetic");
    arithmetic.getStyleClass().addAll("mono", "pointer-arithmetic");
    arithmetic.managedProperty().bind(arithmetic.visibleProperty());
    words.setWrapText(true);
    arithmetic.setWrapText(true);
    note.setVisible(false);
    getChildren().add(note);
    screens.getChildren().add(this);
    screens.addEventFilter(MouseEvent.ANY, this::onMouse);
    screens.addEventFilter(KeyEvent.KEY_PRESSED, event -> isByMouse = false);
    screens.addEventHandler(HeatmapEvent.POINTED, event -> onSquare((Heatmap) event.getTarget()));
    model.pointedProperty().addListener((property, before, now) -> show());
  }

  private void onMouse(MouseEvent event) {
    boolean isMove =
        event.getEventType() == MouseEvent.MOUSE_MOVED
            || event.getEventType() == MouseEvent.MOUSE_DRAGGED;
    if (isMove) {
      isByMouse = true;
      place = new BoundingBox(event.getSceneX(), event.getSceneY(), 0, 0);
      requestLayout();
    }
  }

  private void onSquare(Heatmap heatmap) {
    Bounds square = heatmap.pointedBounds();
    if (square != null && !isByMouse) {
      place = heatmap.localToScene(square);
      requestLayout();
    }
  }

  private void show() {
    Pointed pointed = model.pointedProperty().get();
    note.setVisible(!pointed.isNothing());
    words.setText(pointed.words());
    arithmetic.setText(pointed.arithmetic());
    arithmetic.setVisible(!pointed.arithmetic().isEmpty());
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    if (place == null || !note.isVisible()) {
      return;
    }
    double width = Math.min(note.prefWidth(-1), Math.max(1, getWidth() / 2 - 2 * GAP));
    note.resize(width, note.prefHeight(width));
    Point2D at = beside(sceneToLocal(place), note.getLayoutBounds(), getLayoutBounds(), lens.get());
    note.relocate(Math.rint(at.getX()), Math.rint(at.getY()));
  }

  /**
   * Below and to the right of what is pointed at, on the other side where the window ends: never on
   * it.
   *
   * @param isAbove whether above comes first
   */
  static Point2D beside(Bounds pointed, Bounds size, Bounds room, boolean isAbove) {
    double right = pointed.getMaxX() + GAP;
    double left = pointed.getMinX() - GAP - size.getWidth();
    double below = pointed.getMaxY() + GAP;
    double above = pointed.getMinY() - GAP - size.getHeight();
    boolean fitsBelow = below + size.getHeight() <= room.getHeight();
    double x = right + size.getWidth() <= room.getWidth() ? right : Math.max(0, left);
    double y = above >= 0 && (isAbove || !fitsBelow) ? above : below;
    return new Point2D(x, y);
  }
}
